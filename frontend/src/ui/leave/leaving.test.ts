import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { leave, numberOfPage, numberPage, whenLeaving } from './leaving'

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = '<main>violence</main>'
  document.title = 'Violence'
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('takes everything off the screen and out of the title at once', () => {
  leave()
  expect(document.body.childElementCount).toBe(0)
  expect(document.title).toBe('www.ipma.pt')
})

it('tells whoever has something to forget', () => {
  const forget = vi.fn()
  const stop = whenLeaving(forget)
  leave()
  stop()
  leave()
  expect(forget).toHaveBeenCalledTimes(1)
})

it('goes back over the pages of ours before this one', () => {
  const go = vi.spyOn(history, 'go').mockImplementation(() => undefined)
  numberPage(2)
  expect(numberOfPage()).toBe(3)
  leave()
  expect(go).toHaveBeenCalledWith(-3)
})
