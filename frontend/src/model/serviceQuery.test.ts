import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DELIVERY_MODES,
  EVERYTHING,
  filtersIn,
  formatServiceQuery,
  parseServiceQuery,
  plainSearch,
  type ServiceQuery,
  without,
} from './serviceQuery'

const parse = (address: string) => parseServiceQuery(new URLSearchParams(address))

const anyQuery: fc.Arbitrary<ServiceQuery> = fc.record({
  search: fc.string({ unit: 'grapheme', maxLength: 60 }).map(plainSearch),
  need: fc.option(fc.constantFrom('housing', 'documents.residence', 'family_reunification'), { nil: undefined }),
  place: fc.option(fc.constantFrom('11', '1106', '40', '4301'), { nil: undefined }),
  near: fc.boolean(),
  languages: fc.uniqueArray(fc.constantFrom('ar', 'uk', 'pt', 'kea', 'zh-Hant'), { maxLength: 4 }),
  openNow: fc.boolean(),
  deliveryModes: fc.subarray([...DELIVERY_MODES]),
  free: fc.boolean(),
  confirmedOnly: fc.boolean(),
  view: fc.constantFrom('list', 'map'),
  page: fc.integer({ min: 1, max: 9_999 }),
})

describe('a search in the address bar', () => {
  it('survives a trip through it', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const address = formatServiceQuery(query).toString()
        expect(parse(address)).toEqual(query)
        expect(formatServiceQuery(parse(address)).toString()).toBe(address)
      }),
    )
  })

  it('is a search whatever somebody typed there', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        const query = parseServiceQuery(new URLSearchParams(pairs))
        expect(parse(formatServiceQuery(query).toString())).toEqual(query)
        expect(query.page).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it.each(['0', '01', 'two', 'Infinity', '1e3', '-1', '1.5', '99999', ''])('reads page %j as the first', (page) => {
    expect(parse(`page=${page}`).page).toBe(1)
  })

  it('drops what is no code, no language and no way of delivery', () => {
    expect(
      parse('need=../../x&place=%27--&language=Portuguese&language=pt&language=pt&delivery_mode=carrier-pigeon&free=yes'),
    ).toEqual({
      ...EVERYTHING,
      languages: ['pt'],
    })
  })

  it('keeps control characters out of the question', () => {
    expect(parse('search=%00casa%0A%0Dlisboa%7F').search).toBe('casa lisboa')
  })

  it('is short when nothing was chosen', () => {
    expect(formatServiceQuery(EVERYTHING).toString()).toBe('')
  })
})

describe('a search that found nothing', () => {
  const narrow: ServiceQuery = { ...EVERYTHING, search: 'casa', need: 'housing', openNow: true, languages: ['ar'], page: 4 }

  it('names its filters, the easiest to give up first and the words last', () => {
    expect(filtersIn(narrow)).toEqual(['openNow', 'languages', 'need', 'search'])
  })

  it('is loosened one filter at a time, from the first page again', () => {
    for (const name of filtersIn(narrow)) {
      const looser = without(narrow, name)
      expect(filtersIn(looser)).toEqual(filtersIn(narrow).filter((each) => each !== name))
      expect(looser.page).toBe(1)
    }
  })
})
