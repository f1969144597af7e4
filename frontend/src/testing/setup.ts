import '@testing-library/jest-dom/vitest'
import { act, cleanup, configure } from '@testing-library/preact'
import { afterEach } from 'vitest'

// Pages come as files of their own; a busy machine may take its time over one.
configure({ asyncUtilTimeout: 10_000 })

/** What a component leaves behind it must leave before the next test begins. */
afterEach(() => act(() => cleanup()))
