import { describe, expect, it } from 'vitest'
import { type Branch, byDistrict, NEAR_ME, nearestOffices, officesByPlace, officesShown } from './branches'

const BRAGA = { code: '0303', name: 'Braga', district: 'Braga', middle: { latitude: 41.55, longitude: -8.42 } }
const GUIMARAES = { code: '0308', name: 'Guimarães', district: 'Braga', middle: { latitude: 41.44, longitude: -8.29 } }
const EVORA = { code: '0705', name: 'Évora', district: 'Évora', middle: { latitude: 38.57, longitude: -7.91 } }
const FARO = { code: '08', name: 'Faro' }

const BRANCHES: Branch[] = [
  { serviceId: 'guimaraes', place: GUIMARAES },
  { serviceId: 'faro', place: FARO },
  { serviceId: 'braga', place: BRAGA },
  { serviceId: 'evora', place: EVORA },
  { serviceId: 'braga too', place: BRAGA },
  { serviceId: 'braga', place: BRAGA },
  { serviceId: 'evora', place: BRAGA },
  { serviceId: 'nowhere' },
]

describe('the offices of each place', () => {
  it('have each place once with all of its branches, in the order of the alphabet', () => {
    expect(officesByPlace(BRANCHES).map(({ name, services }) => [name, services])).toEqual([
      ['Braga', ['braga', 'braga too', 'evora']],
      ['Évora', ['evora']],
      ['Faro', ['faro']],
      ['Guimarães', ['guimaraes']],
    ])
  })

  it('stand under their district, and what lies in none after all of them', () => {
    expect(
      byDistrict(officesByPlace(BRANCHES)).map(({ district, offices }) => [district, offices.map(({ name }) => name)]),
    ).toEqual([
      ['Braga', ['Braga', 'Guimarães']],
      ['Évora', ['Évora']],
      [undefined, ['Faro']],
    ])
  })
})

describe('the nearest offices', () => {
  const offices = officesByPlace(BRANCHES)

  it('are those whose place has its middle nearest', () => {
    expect(nearestOffices(offices, { latitude: 41.47, longitude: -8.32 })?.name).toBe('Guimarães')
    expect(nearestOffices(offices, { latitude: 41.53, longitude: -8.42 })?.name).toBe('Braga')
    expect(nearestOffices(offices, { latitude: 37.02, longitude: -7.93 })?.name).toBe('Évora')
  })

  it('count a degree to the east less than one to the north', () => {
    const at = (code: string, latitude: number, longitude: number) => ({
      ...FARO,
      code,
      services: [],
      middle: { latitude, longitude },
    })
    const [north, east] = [at('north', 40.9, -8), at('east', 40, -7)]
    expect(nearestOffices([north, east], { latitude: 40, longitude: -8 })).toBe(east)
  })

  it('are none where no middle is known', () => {
    expect(nearestOffices([{ ...FARO, services: ['faro'] }], BRAGA.middle)).toBeUndefined()
    expect(nearestOffices([], BRAGA.middle)).toBeUndefined()
  })
})

describe('the offices shown at once', () => {
  const offices = officesByPlace(BRANCHES)
  const shown = (asked: Parameters<typeof officesShown>[1]) => {
    const found = officesShown(offices, asked)
    return found && [found.offices.name, found.as]
  }
  const municipality = (code: string, middle?: typeof EVORA.middle) =>
    ({ code, name: 'Viana do Alentejo', level: 'municipality', services: 0, middle }) as const
  const district = (name: string) => ({ code: '03', name, level: 'district', services: 0, middle: BRAGA.middle }) as const

  it('are none while nobody said where', () => {
    expect(shown({})).toBeUndefined()
  })

  it('are the nearest to the device where it said where it is', () => {
    expect(shown({ here: EVORA.middle })).toEqual(['Évora', 'nearest-to-me'])
    expect(shown({ here: EVORA.middle, chosen: NEAR_ME, code: '0303' })).toEqual(['Évora', 'nearest-to-me'])
  })

  it('are those of the place asked for, before those near the device', () => {
    expect(shown({ code: '0303', here: EVORA.middle })).toEqual(['Braga', 'there'])
  })

  it('are the nearest to a place that has none, once it is known where that is', () => {
    expect(shown({ code: '0713' })).toBeUndefined()
    expect(shown({ code: '0713', place: municipality('0713', { latitude: 38.4, longitude: -8 }) })).toEqual([
      'Évora',
      'nearest-to-place',
    ])
    expect(shown({ code: '0713', place: municipality('0713') })).toBeUndefined()
  })

  it('are left to choose in a district that has some', () => {
    expect(shown({ code: '03', place: district('Braga') })).toBeUndefined()
    expect(shown({ code: '03', place: district('Bragança') })).toEqual(['Braga', 'nearest-to-place'])
  })

  it('are those chosen, and none where the choice was taken back', () => {
    expect(shown({ chosen: '0308', code: '0303' })).toEqual(['Guimarães', 'there'])
    expect(shown({ chosen: '', code: '0303', here: EVORA.middle })).toBeUndefined()
  })
})
