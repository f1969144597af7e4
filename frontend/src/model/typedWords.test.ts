import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetTyped, numberOfTyped, typedWords } from './typedWords'

beforeEach(forgetTyped)

describe('typed words in an address', () => {
  it('are a number that gives them back in this tab', () => {
    const number = numberOfTyped('my husband hits me')
    expect(number).toMatch(/^\d+$/)
    expect(typedWords(number)).toBe('my husband hits me')
  })

  it('keep their number', () => {
    const first = numberOfTyped('sopa')
    numberOfTyped('casa')
    expect(numberOfTyped('sopa')).toBe(first)
  })

  it.each([null, '', '0', '2', '-1', '1e1', 'x', '01', '9999'])('are nothing for %j', (number) => {
    numberOfTyped('sopa')
    expect(typedWords(number)).toBeUndefined()
  })

  it('are known after the page was loaded again', async () => {
    numberOfTyped('sopa')
    vi.resetModules()
    expect((await import('./typedWords')).typedWords('1')).toBe('sopa')
  })

  it('are gone when they are to be forgotten', () => {
    const number = numberOfTyped('sopa')
    forgetTyped()
    expect(typedWords(number)).toBeUndefined()
    expect(sessionStorage.length).toBe(0)
  })

  it('are no more than two hundred', () => {
    for (let at = 0; at < 205; at++) numberOfTyped(`sopa ${at}`)
    expect(JSON.parse(sessionStorage.getItem('balcao-typed') ?? '[]')).toHaveLength(200)
    expect(typedWords(numberOfTyped('the last'))).toBe('the last')
  })
})
