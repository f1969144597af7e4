import { expect, test } from 'vitest'
import { toLocation } from '../api/locations'
import { toOrganization } from '../api/organizations'
import { toFacets, toPage, toServiceCard } from '../api/services'
import { asRecord } from '../api/wire'
import { fromPack } from './fromPack'
import { type Pack, packOf } from './pack'

const NOW = new Date('2026-11-27T10:00:00Z')
const open = { basis: 'schedule', spans: [{ opens_at: '2026-11-27T09:00:00Z', closes_at: '2026-11-27T17:00:00Z' }], closures: [] }
const shut = { basis: 'schedule', spans: [], closures: [] }
const unknown = { basis: 'unknown', spans: [], closures: [] }
const given = (code: string, district: string, latitude: number) => ({
  location: {
    id: `l${code}`,
    name: 'Porta',
    municipality_code: code,
    district_code: district,
    latitude,
    longitude: -9.1,
    address_visibility: 'full',
  },
  opening_hours: unknown,
})

const PACK = packOf({
  as_of: '1-20261127-aaaaaaaaaaaa',
  language: 'pt',
  whole: true,
  words: {
    said: [
      { needs: ['housing'], words: ['arrendar um quarto', 'senhorio'] },
      { needs: ['housing'], danger: 'no_bed', words: ['não tenho onde dormir'] },
    ],
    dangers: [
      { kind: 'no_bed', lines: ['closed-line', 'line'], needs: ['housing'], base: -6, enough: -2, signs: { frio: 3, rua: 3 } },
      { kind: 'violence', lines: ['line'], needs: ['housing'], base: -6, enough: -2, signs: { bate: 6, porta: -4 } },
    ],
  },
  terms: [
    { id: 'd', code: 'documents', name: 'Documentos' },
    { id: 'r', code: 'documents.residence', name: 'Autorização de residência', parent_id: 'd' },
    { id: 'h', code: 'housing', name: 'Casa' },
    { id: 'p', code: 'portuguese', name: 'Aprender português' },
  ],
  places: [
    { code: '11', name: 'Lisboa', level: 'district' },
    { code: '1106', name: 'Lisboa', level: 'municipality', parent_code: '11' },
    { code: '1111', name: 'Sintra', level: 'municipality', parent_code: '11' },
    { code: '13', name: 'Porto', level: 'district' },
    { code: '1312', name: 'Porto', level: 'municipality', parent_code: '13' },
  ],
  services: [
    {
      id: 'line',
      name: 'خط الاتصال',
      source_name: 'Centro de Contacto AIMA',
      needs: ['documents', 'housing'],
      nationwide: true,
      free: true,
      phones: [{ number: '+351 217 115 000' }],
      languages: [{ code: 'ar' }, { code: 'uk' }],
      delivery_modes: ['phone'],
      opening_hours: open,
      confidence: 'high',
    },
    {
      id: 'lesson',
      name: 'Aulas de Português',
      description: 'Cursos à noite.',
      needs: ['portuguese'],
      service_at_locations: [given('1106', '11', 38.7)],
      languages: [{ code: 'uk' }],
      delivery_modes: ['in_person'],
      confidence: 'low',
      freshness: 'stale',
    },
    {
      id: 'card',
      name: 'Renovação do cartão',
      needs: ['documents.residence'],
      service_areas: [{ name: 'Porto', place_code: '13' }],
      opening_hours: shut,
      confidence: 'medium',
    },
    {
      id: 'closed-line',
      name: 'Linha nocturna',
      needs: ['emergency'],
      nationwide: true,
      free: false,
      delivery_modes: ['online'],
      opening_hours: shut,
      confidence: 'low',
    },
    { id: 'old', name: 'Português antigo', needs: ['portuguese'], freshness: 'hidden', nationwide: true },
    {
      id: 'entry',
      name: 'Rede de gabinetes',
      nationwide: true,
      organization: { id: 'o', name: 'Rede' },
      program: { id: 'g', organization_id: 'o' },
    },
    {
      id: 'sintra',
      name: 'Gabinete de Sintra',
      organization: { id: 'm', name: 'Câmara' },
      program: { id: 'g', organization_id: 'o' },
      service_at_locations: [given('1111', '11', 38.8)],
    },
  ],
}) as Pack

const ask = (address: string) => fromPack(PACK, new URL(address, 'https://balcao.test'), NOW)
const list = (query: string) => asRecord(ask(`/api/services?status=active&${query}`))
const ids = (query: string) => toPage(list(query), toServiceCard).items.map(({ id }) => id)

test.each([
  ['words without marks and in capitals', 'search=PORTUGUES', ['lesson']],
  ['the beginning of a word', 'search=renov', ['card']],
  ['the plural of what stands there', 'search=cartões', ['card']],
  ['a word of the description', 'search=noite', ['lesson']],
  ['the name of a need', 'search=residencia', ['card']],
  ['the Portuguese name of what has another one', 'search=Centro+de+Contacto+AIMA', ['line']],
  ['the number of a telephone', 'search=217+115+000', ['line']],
  ['a need and all within it', 'taxonomy_term_id=documents', ['card', 'line']],
  ['a district, with what is there, for it or nationwide', 'place=13', ['line', 'card', 'closed-line', 'entry']],
  ['a municipality of a district that a service is for', 'place=1312', ['line', 'card', 'closed-line', 'entry']],
  ['a district with what is in its municipalities', 'place=11&taxonomy_term_id=portuguese', ['lesson']],
  ['a language', 'language=ar', ['line']],
  ['one of two languages', 'language=ar&language=uk', ['line', 'lesson']],
  ['what is open now', 'open_at=now', ['line']],
  ['what costs nothing', 'free=true', ['line']],
  ['a way of delivery', 'delivery_mode=in_person', ['lesson']],
  ['what is confirmed', 'confidence=medium&taxonomy_term_id=documents', ['card', 'line']],
  ['what is neither there nor anything like it', 'search=xyzxyz', []],
])('is found by %s', (_, query, found) => {
  expect(ids(query)).toEqual(found)
})

test('what has every word comes alone, and where nothing has all that is said', () => {
  expect(ids('search=aulas+portugues')).toEqual(['lesson'])
  expect(list('search=aulas+portugues').search).toMatchObject({ loosened: false, certainty: 'sure', urgent: [] })
  expect(ids('search=preciso+de+aulas')).toContain('lesson')
  expect(list('search=quero+aulas').search).toMatchObject({ loosened: true, certainty: 'unsure' })
})

test('branches of a program stand behind its entry unless a place is named', () => {
  const folded = toPage(list('fold=programs'), toServiceCard).items
  expect(folded.map(({ id }) => id)).not.toContain('sintra')
  expect(folded.find(({ id }) => id === 'entry')?.foldedBranches).toBe(1)
  expect(ids('fold=programs&place=1111')).toContain('sintra')
  expect(ask('/api/services/entry/branches?lang=pt')).toMatchObject({
    branches: [{ service_id: 'sintra', place_code: '1111', place_name: 'Sintra', district_name: 'Lisboa' }],
  })
})

test('a list comes page by page', () => {
  const second = toPage(list('per_page=2&page=2'), toServiceCard)
  expect(second).toMatchObject({ total: 7, pages: 4, page: 2 })
  expect(second.items).toHaveLength(2)
})

test('each choice is counted as if its own question were not asked', () => {
  const facets = toFacets(ask('/api/services/facets?status=active&taxonomy_term_id=portuguese'))
  expect(facets.total).toBe(1)
  expect(facets.needs.map(({ code, count }) => [code, count])).toEqual([
    ['documents', 2],
    ['documents.residence', 1],
    ['housing', 1],
    ['portuguese', 1],
  ])
  expect(facets.districts).toEqual([{ code: '11', name: 'Lisboa', count: 1, local: 1, doors: 1 }])
  expect(facets.languages).toEqual([{ code: 'uk', count: 1 }])
  const all = toFacets(ask('/api/services/facets?status=active&fold=programs'))
  expect(all).toMatchObject({ total: 6, free: 1, openNow: 1, nationwide: 4 })
  // a card for people in Porto, and nothing there that has a door
  expect(all.districts.find(({ code }) => code === '13')).toEqual({ code: '13', name: 'Porto', count: 5, local: 1, doors: 0 })
})

test('a service that was never opened is answered whole, and one that is not there is not', () => {
  expect(ask('/api/services/card?lang=pt')).toMatchObject({
    id: 'card',
    status: 'active',
    needs: [{ name: 'Autorização de residência' }],
  })
  expect(ask('/api/services/none?lang=pt')).toBeUndefined()
})

test('places are answered with how many services they have of their own', () => {
  expect(ask('/api/places?level=district&level=autonomous_region&per_page=100')).toMatchObject({
    total_items: 2,
    contents: [
      { code: '11', services_count: 2 },
      { code: '13', services_count: 1 },
    ],
  })
  expect(ask('/api/places/1111')).toMatchObject({ name: 'Sintra', parent_name: 'Lisboa' })
})

test('what people say for a need finds what is for it, and is told', () => {
  expect(ids('search=O+meu+senhorio+grita')).toEqual(['line'])
  expect(list('search=senhorio').search).toMatchObject({
    understood: [{ text: 'senhorio', kind: 'need', code: 'housing', name: 'Casa' }],
    loosened: false,
    certainty: 'sure',
  })
  expect(ids('search=arrendar+quartos')).not.toContain('line')
  expect(ids('search=arrendar+um+quarto')).toEqual(['line'])
})

test('words of danger put its lines first, the one that answers now before the closed one, and are no certainty', () => {
  const page = toPage(list('search=passo+frio+na+rua'), toServiceCard)
  expect(page.items.slice(0, 2).map(({ id, because }) => [id, because[0]?.kind])).toEqual([
    ['line', 'urgent'],
    ['closed-line', 'urgent'],
  ])
  expect(page.report).toMatchObject({ urgent: ['no_bed'], certainty: 'unsure', topics: [{ code: 'housing' }] })
})

test('a danger that is said in so many words is sure', () => {
  expect(list('search=nao+tenho+onde+dormir').search).toMatchObject({ urgent: ['no_bed'], certainty: 'sure' })
})

test('words that speak of something else speak against a danger', () => {
  expect(list('search=ele+bate').search).toMatchObject({ urgent: ['violence'] })
  expect(list('search=bate+a+porta').search).toMatchObject({ urgent: [] })
})

test('the nearest come first with how far they are, and what has no door comes after', () => {
  const page = toPage(list('sort=distance&lat=38.8&lon=-9.1'), toServiceCard)
  expect(page.items.slice(0, 2).map(({ id, distanceMetres }) => [id, distanceMetres])).toEqual([
    ['sintra', 0],
    ['lesson', 11_120],
  ])
  expect(page.items[2]).toMatchObject({ id: 'line', distanceMetres: undefined })
})

test('an organization is answered with its services and their doors', () => {
  const found = toOrganization(asRecord(ask('/api/organizations/m?lang=pt')))
  expect(found).toMatchObject({ name: { value: 'Câmara' }, services: [{ id: 'sintra' }], locations: [{ id: 'l1111' }] })
  expect(ask('/api/organizations/none')).toBeUndefined()
})

test('a door is answered with what is behind it', () => {
  const found = toLocation(asRecord(ask('/api/locations/l1106?lang=pt')))
  expect(found).toMatchObject({ locationId: 'l1106', services: [{ id: 'lesson' }], latitude: 38.7 })
  expect(ask('/api/locations/none')).toBeUndefined()
})

test.each([
  '/api/services?status=inactive',
  '/api/services',
  '/api/services?status=active&lat=1&lon=2',
  '/api/services?status=active&sort=distance',
  '/api/organizations',
  '/api/organizations/m/more',
  '/api/locations?one_stop_centre=true',
  '/api/services/line/branches/more',
])('what the pack cannot tell is not answered: %s', (address) => {
  expect(ask(address)).toBeUndefined()
})
