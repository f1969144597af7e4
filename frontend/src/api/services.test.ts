import { describe, expect, it } from 'vitest'
import { EVERYTHING } from '../model/serviceQuery'
import { filtersOf, toFacets, toPage, toService, toServiceCard } from './services'

const said = (language: string) => ({ language, origin: 'human', reviewed: true, stale: false })

const LISTED = {
  id: '0b0e2d3c-0000-5000-8000-000000000001',
  name: 'مركز الاتصال',
  localized: { name: { language: 'ar', origin: 'machine', reviewed: false, stale: true } },
  status: 'active',
  confidence: 'medium',
  organization: { id: 'o1', name: 'AIMA', localized: { name: said('pt') } },
  needs: [{ id: 't1', code: 'documents.residence', name: 'Residence permit', parent_id: 't0', localized: { name: said('en') } }],
  delivery_modes: ['phone', 'teleport'],
  contact_phone: { number: '+351 217 115 000', uri: 'tel:+351217115000', of: 'service' },
  languages: [
    { id: 'l1', code: 'pt', name: 'Portuguese' },
    { id: 'l2', code: 'pt' },
    { id: 'l3', name: 'Wolof' },
  ],
  nationwide: true,
  opening_hours: {
    basis: 'schedule',
    timezone_name: 'Atlantic/Azores',
    from: '2026-11-25',
    until: '2026-12-08',
    spans: [
      { opens_at: '2026-11-25T09:00:00-01:00', closes_at: '2026-11-25T17:00:00-01:00' },
      { opens_at: 'nine', closes_at: 'five' },
    ],
    closures: [{ date: '2026-12-01', reason: 'holiday', name: 'Restauração' }],
  },
}

describe('a service in a list', () => {
  it('keeps each text with the language it is really in', () => {
    const { name, organization, needs } = toServiceCard(LISTED)
    expect(name).toEqual({ value: 'مركز الاتصال', language: 'ar', origin: 'machine', reviewed: false, stale: true })
    expect([organization?.name.language, needs[0]?.name.language, needs[0]?.parentId]).toEqual(['pt', 'en', 't0'])
  })

  it('takes a text that says nothing of itself as Portuguese, the language of the data', () => {
    expect(toServiceCard({ id: '1', name: 'Cantina' }).name).toEqual({
      value: 'Cantina',
      language: 'pt',
      origin: 'human',
      reviewed: false,
      stale: false,
    })
  })

  it('leaves unknown what is not said: never "no", never "sure"', () => {
    const bare = toServiceCard({ id: '1', name: 'Cantina' })
    expect([bare.free, bare.interpreter, bare.openingHours, bare.contactPhone, bare.access]).toEqual(Array(5).fill(undefined))
    expect(bare.confidence).toBe('low')
  })

  it('reads hours in the zone of the place and drops a span that is no time', () => {
    const { openingHours } = toServiceCard(LISTED)
    expect(openingHours?.timezone).toBe('Atlantic/Azores')
    expect(openingHours?.spans.map((span) => span.opensAt.toISOString())).toEqual(['2026-11-25T10:00:00.000Z'])
    expect(openingHours?.closures).toEqual([{ date: '2026-12-01', reason: 'holiday', name: 'Restauração' }])
  })

  it('counts each language once and passes over ways of delivery it does not know', () => {
    const { languages, deliveryModes } = toServiceCard(LISTED)
    expect([languages, deliveryModes]).toEqual([['pt', 'Wolof'], ['phone']])
  })

  it.each([
    ['active', 'active'],
    [undefined, 'active'],
    ['temporarily closed', 'paused'],
    ['inactive', 'gone'],
    ['defunct', 'gone'],
  ])('with status %s is %s', (status, standing) => {
    expect(toServiceCard({ id: '1', name: 'x', status }).standing).toBe(standing)
  })
})

describe('a page of services', () => {
  it('keeps the others when one record cannot be read', () => {
    const page = toPage(
      { total_items: 3, total_pages: 1, page_number: 1, contents: [LISTED, { id: 'no name' }, null] },
      toServiceCard,
    )
    expect([page.total, page.items.map((each) => each.id)]).toEqual([3, [LISTED.id]])
  })

  it.each([undefined, null, 'text', 7, [], {}, { contents: 'none' }])('is empty when the answer is %j', (json) => {
    expect(toPage(json, toServiceCard).items).toEqual([])
  })
})

describe('a whole service', () => {
  const whole = (more: object) => toService({ ...LISTED, ...more })

  it('lists each number once, fax and WhatsApp as such', () => {
    const { phones } = whole({
      phones: [
        { number: '21 711 50 00' },
        { number: '217115000' },
        { number: '+351 210 000 000', type: 'fax' },
        { number: '+351 910 000 000', description: 'WhatsApp' },
        { description: 'no number' },
      ],
    })
    expect(phones.map((phone) => [phone.uri, phone.kind])).toEqual([
      ['tel:+351217115000', 'voice'],
      ['tel:+351210000000', 'fax'],
      ['tel:+351910000000', 'whatsapp'],
    ])
  })

  it('follows only web addresses', () => {
    expect(whole({ url: 'javascript:alert(1)' }).url).toBeUndefined()
    expect(whole({ url: 'www.aima.gov.pt' }).url).toBe('https://www.aima.gov.pt/')
    expect(whole({ sources: [{ url: 'data:text/html,x' }, { url: 'https://apav.pt', source_date: '2023-07' }] }).sources).toEqual(
      [{ url: 'https://apav.pt/', title: undefined, sourceDate: '2023-07', note: undefined }],
    )
  })

  const at = (location: object, beside: object = {}) =>
    whole({ service_at_locations: [{ id: 's', location: { id: 'loc', name: 'Casa', ...location }, ...beside }] }).serviceDoors[0]
  const STREET = {
    latitude: 38.7,
    longitude: -9.1,
    municipality: 'Lisboa',
    addresses: [{ address_1: 'Rua A 1', city: 'Lisboa', postal_code: '1000-001' }],
  }

  it('shows the address of an open door', () => {
    expect(at({ ...STREET, address_visibility: 'full' })?.address).toEqual({
      lines: ['Rua A 1'],
      postalCode: '1000-001',
      city: 'Lisboa',
      municipality: 'Lisboa',
    })
  })

  it.each(['hidden', 'partial', 'secret'])(
    'keeps street and point back when visibility is %s, even if they were sent',
    (visibility) => {
      const door = at({ ...STREET, address_visibility: visibility })
      expect([door?.address, door?.latitude, door?.longitude]).toEqual([undefined, undefined, undefined])
    },
  )

  it('has the hours of the service at that door before those of the door', () => {
    const hours = (basis: string) => ({ opening_hours: { basis } })
    expect(at(hours('always'), hours('by_appointment'))?.openingHours?.basis).toBe('by_appointment')
    expect(at(hours('always'))?.openingHours?.basis).toBe('always')
  })
})

describe('the counts beside a list', () => {
  it('are read, and unknown where they are not given', () => {
    const facets = toFacets({
      total_items: 9,
      needs: [{ id: 't', code: 'food', name: 'Alimentação', count: 4 }],
      districts: [{ code: '11', name: 'Lisboa', count: 5 }],
      delivery_modes: [
        { value: 'phone', count: 2 },
        { value: 'owl', count: 1 },
      ],
      free: { count: 0 },
    })
    expect([facets.total, facets.needs[0]?.count, facets.districts[0]?.count, facets.free, facets.openNow]).toEqual([
      9,
      4,
      5,
      0,
      undefined,
    ])
    expect(facets.deliveryModes).toEqual([{ value: 'phone', count: 2 }])
  })
})

describe('a search in the words of the API', () => {
  it('lists only what is still offered', () => {
    expect(filtersOf(EVERYTHING)).toEqual(expect.objectContaining({ status: ['active'], search: undefined, open_at: undefined }))
  })

  it('says each filter by its parameter', () => {
    expect(
      filtersOf({
        ...EVERYTHING,
        search: 'casa',
        need: 'housing.emergency',
        place: '1106',
        languages: ['ar', 'uk'],
        openNow: true,
        deliveryModes: ['phone'],
        free: true,
        confirmedOnly: true,
      }),
    ).toEqual({
      search: 'casa',
      taxonomy_term_id: ['housing.emergency'],
      place: ['1106'],
      language: ['ar', 'uk'],
      open_at: 'now',
      delivery_mode: ['phone'],
      free: true,
      confidence: 'medium',
      status: ['active'],
    })
  })
})
