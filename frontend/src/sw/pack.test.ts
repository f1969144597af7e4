import { expect, test } from 'vitest'
import { toService } from '../api/services'
import { inFull, packOf, written } from './pack'

const whole = (more: object = {}) => ({
  as_of: '7-20261127-aaaaaaaaaaaa',
  language: 'pt',
  whole: true,
  terms: [{ id: 't1', code: 'housing', name: 'Casa' }],
  places: [{ code: '11', name: 'Lisboa', level: 'district' }],
  services: [
    { id: 'a', name: 'Um' },
    { id: 'b', name: 'Dois' },
    { id: 'c', name: 'Três' },
  ],
  ...more,
})
const change = (more: object = {}) => ({ as_of: '9-20261127-aaaaaaaaaaaa', language: 'pt', whole: false, services: [], ...more })

test('what changed takes the place of what was, new services come last, and those that are gone go', () => {
  const before = packOf(whole())
  const services = [
    { id: 'd', name: 'Quatro' },
    { id: 'b', name: 'Dois de novo' },
  ]
  const after = packOf(change({ services, removed: ['a'] }), before)
  expect(after?.services.map(({ name }) => name)).toEqual(['Dois de novo', 'Três', 'Quatro'])
  expect(after?.asOf).toBe('9-20261127-aaaaaaaaaaaa')
  expect(after?.terms).toEqual(before?.terms)
})

test('a whole pack takes the place of the earlier one', () => {
  const after = packOf(whole({ services: [{ id: 'z', name: 'Só este' }] }), packOf(whole()))
  expect(after?.services.map(({ id }) => id)).toEqual(['z'])
})

test('a change without the pack it changes, or of another language, is no pack', () => {
  expect(packOf(change())).toBeUndefined()
  expect(packOf(change({ language: 'ar' }), packOf(whole()))).toBeUndefined()
  expect(packOf({ whole: true, services: [] })).toBeUndefined()
  expect(packOf('nonsense')).toBeUndefined()
})

test('a pack that is kept is read as it was', () => {
  const pack = packOf(whole())
  expect(pack && packOf(JSON.parse(written(pack)))).toEqual(pack)
})

test('the page reads a service of a pack as it reads one of the API', () => {
  const pack = packOf(
    whole({
      services: [
        {
          id: 'a',
          name: 'Abrigo',
          needs: ['housing'],
          phones: [{ number: '210 000 000' }],
          organization: { id: 'o', name: 'Casa Aberta' },
          service_at_locations: [
            {
              location: {
                id: 'l',
                name: 'Porta',
                city: 'Lisboa',
                municipality_code: '1106',
                latitude: 38.7,
                longitude: -9.1,
                addresses: [{ address_1: 'Rua A, 1', city: 'Lisboa' }],
                address_visibility: 'full',
              },
            },
          ],
        },
      ],
    }),
  )
  const service = pack?.services[0] && toService(inFull(pack.services[0], pack))
  expect(service).toMatchObject({
    id: 'a',
    standing: 'active',
    needs: [{ code: 'housing' }],
    organization: { id: 'o' },
    doors: [{ locationId: 'l', city: 'Lisboa', approximate: false }],
    serviceDoors: [{ locationId: 'l', address: { lines: ['Rua A, 1'], city: 'Lisboa' } }],
    phones: [{ number: '210 000 000' }],
  })
})

test('a place whose address is hidden has neither a name nor a door on the map', () => {
  const pack = packOf(
    whole({
      services: [{ id: 'a', name: 'Casa', service_at_locations: [{ location: { id: 'l', address_visibility: 'hidden' } }] }],
    }),
  )
  const service = pack?.services[0] && toService(inFull(pack.services[0], pack))
  expect(service?.doors).toEqual([])
  expect(service?.serviceDoors[0]).toMatchObject({ visibility: 'hidden', address: undefined, latitude: undefined })
})

test('what is said in few letters is read as the API says it, once and again', () => {
  const pack = packOf(
    whole({
      terms: [
        { code: 'housing', name: 'Casa', localized: { name: 'pt human reviewed' } },
        { code: 'housing.emergency', name: 'Cama', parent: 'housing' },
      ],
      services: [
        {
          id: 'a',
          name: 'Abrigo',
          localized: { name: 'uk machine stale' },
          phones: [{ number: '1', localized: { description: 'pt human' } }],
        },
      ],
    }),
  )
  const again = pack && packOf(JSON.parse(written(pack)))
  for (const each of [pack, again]) {
    expect(each?.services[0]).toMatchObject({
      localized: { name: { language: 'uk', origin: 'machine', reviewed: false, stale: true } },
      phones: [{ localized: { description: { language: 'pt', origin: 'human' } } }],
    })
    expect(each?.terms).toMatchObject([
      { id: 'housing', localized: { name: { reviewed: true } } },
      { id: 'housing.emergency', parent_id: 'housing' },
    ])
  }
})
