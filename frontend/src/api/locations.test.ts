import { describe, expect, it } from 'vitest'
import { toLocation, toPlace } from './locations'

describe('a one-stop centre', () => {
  const centre = (more: object) =>
    toLocation({ id: 'cnai', name: 'CNAI Lisboa', one_stop_centre: { status: 'closed', ...more } }).oneStopCentre

  it('is open only when the directory says so', () => {
    expect(centre({})?.open).toBe(false)
    expect(centre({ status: 'open' })?.open).toBe(true)
    expect(centre({ status: undefined })?.open).toBe(false)
  })

  it('has desks that lead to a service or an organization where the directory has one', () => {
    expect(
      centre({
        desks: [
          { name: 'SEF', kind: 'public_institution', organization: { id: 'o', name: 'SEF' }, since: '2004' },
          { name: 'Jurídico', kind: 'support_office', service: { id: 's', name: 'GAJI', status: 'inactive' } },
          { kind: 'support_office' },
        ],
      })?.desks.map((desk) => [desk.name.value, desk.kind, desk.organization?.id, desk.service?.standing]),
    ).toEqual([
      ['SEF', 'public_institution', 'o', undefined],
      ['Jurídico', 'support_office', undefined, 'gone'],
    ])
  })

  it('is not one when the directory says nothing of it', () => {
    expect(toLocation({ id: 'x', name: 'Loja' }).oneStopCentre).toBeUndefined()
  })
})

describe('a place', () => {
  it('knows the district it is in', () => {
    expect(
      toPlace({
        id: 'p',
        level: 'municipality',
        code: '1106',
        name: 'Lisboa',
        parent_code: '11',
        parent_name: 'Lisboa',
        services_count: 40,
      }),
    ).toEqual({
      code: '1106',
      name: 'Lisboa',
      level: 'municipality',
      parentCode: '11',
      parentName: 'Lisboa',
      services: 40,
    })
  })
})
