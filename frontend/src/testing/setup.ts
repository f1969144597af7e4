import '@testing-library/jest-dom/vitest'
import { act, cleanup, configure } from '@testing-library/preact'
import { options } from 'preact'
import { afterEach } from 'vitest'

// Pages come as files of their own; a busy machine may take its time over one.
configure({ asyncUtilTimeout: 10_000 })

// Preact runs effects after the next frame, and gives a frame up that does not come. Where what was drawn outside `act` is still waited for at
// the end of a file, the window with its frames is gone by then. A timer of Node outlives it.
const whenDrawn = setTimeout
options.requestAnimationFrame = (effects) => void whenDrawn(effects)

/** What a component leaves behind it must leave before the next test begins. */
afterEach(() => act(() => cleanup()))
