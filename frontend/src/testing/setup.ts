import '@testing-library/jest-dom/vitest'
import { act, cleanup } from '@testing-library/preact'
import { afterEach } from 'vitest'

/** What a component leaves behind it must leave before the next test begins. */
afterEach(() => act(() => cleanup()))
