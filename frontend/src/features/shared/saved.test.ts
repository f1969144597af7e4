import { beforeEach, expect, it, vi } from 'vitest'
import { hashOf, idsInHash, MOST_SAVED, save, unsave, unsaveAll } from './saved'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const kept = () => JSON.parse(localStorage.getItem('balcao-saved') ?? '[]') as string[]

beforeEach(unsaveAll)

it('keeps the newest first, each once', () => {
  save(id(1))
  save(id(2))
  save(id(1))
  expect(kept()).toEqual([id(1), id(2)])
  unsave(id(1))
  expect(kept()).toEqual([id(2)])
})

it('keeps no more than may be saved', () => {
  for (let at = 0; at < MOST_SAVED + 3; at++) save(id(at))
  expect(kept()).toHaveLength(MOST_SAVED)
})

it('is there again when the page is opened anew', async () => {
  save(id(1))
  vi.resetModules()
  const anew = await import('./saved')
  anew.save(id(2))
  expect(kept()).toEqual([id(2), id(1)])
})

it('leaves nothing behind when the list is erased', () => {
  save(id(1))
  unsaveAll()
  expect(localStorage.getItem('balcao-saved')).toBeNull()
})

it('goes out behind the # of an address and comes back', () => {
  expect(idsInHash(hashOf([id(1), id(2)]))).toEqual([id(1), id(2)])
})

it.each(['', '#', '#x', '#../../desk', `#${id(1)}<script>`, '#null,undefined'])('takes nothing from "%s"', (hash) => {
  expect(idsInHash(hash)).toEqual([])
})

it.each(['"x"', '{}', '[1, null, "../desk"]', 'not json'])('starts with nothing where the device has kept %s', async (odd) => {
  localStorage.setItem('balcao-saved', odd)
  vi.resetModules()
  const again = await import('./saved')
  again.save(id(9))
  expect(kept()).toEqual([id(9)])
})
