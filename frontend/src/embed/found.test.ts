import { expect, it } from 'vitest'
import { toServiceCard } from '../api/services'
import { aService } from '../testing/directory'
import { drawFound, drawHelpLine } from './found'

const NOON = new Date('2026-11-28T12:00:00Z')
const hours = (opens: string, closes: string) => ({
  basis: 'schedule',
  timezone_name: 'Europe/Lisbon',
  from: '2026-11-28',
  until: '2026-12-11',
  spans: [{ opens_at: opens, closes_at: closes }],
})
const draw = (...services: object[]) =>
  drawFound(
    services.map((each) => toServiceCard({ ...each })),
    'uk',
    'https://balcao.test',
    NOON,
  )
const namesIn = (list: Element) => [...list.querySelectorAll('li > a')].map((link) => link.textContent)

it('shows no door that is closed before one that is open, or whose hours are not known', () => {
  const closed = aService({ name: 'Fechado', opening_hours: hours('2026-11-30T09:00:00Z', '2026-11-30T17:00:00Z') })
  const unknown = aService({ name: 'Não sabemos' })
  const open = aService({ name: 'Aberto', opening_hours: hours('2026-11-28T09:00:00Z', '2026-11-28T17:00:00Z') })
  const list = draw(closed, unknown, open)
  expect(namesIn(list)).toEqual(['Não sabemos', 'Aberto', 'Fechado'])
  expect(list.lastElementChild).toHaveTextContent('Зараз зачинено · відчиняється: понеділок, о 09:00')
})

it('never shows what is not offered any more', () => {
  const list = draw(aService({ name: 'Antigo', status: 'inactive' }), aService({ name: 'Parado', status: 'temporarily closed' }))
  expect(list).toBeEmptyDOMElement()
})

it('gives a telephone and a place with each', () => {
  const door = { location_id: 'l', name: 'Porta', municipality: 'Braga', localized: {} }
  const list = draw(
    aService({ places: [door] }),
    aService({ contact_phone: undefined, service_areas: [{ name: 'Évora', place_code: '07' }] }),
    aService({ nationwide: true }),
  )
  const [first, second, third] = list.children
  expect(first).toHaveTextContent('Braga')
  expect(first?.querySelector('a[href="tel:+351210000000"]')).toHaveTextContent('+351 210 000 000')
  expect(second).toHaveTextContent('Évora')
  expect(second).toHaveTextContent('Запитайте натомість тут: Centro de Contacto AIMA')
  expect(second?.querySelector('a[href="tel:+351217115000"]')).not.toBeNull()
  expect(third).toHaveTextContent('Уся країна')
})

it('names the line to call in the language of the reader', () => {
  expect(drawHelpLine('ar')).toHaveTextContent('اسأل هنا بدلاً من ذلك: Centro de Contacto AIMA 217 115 000')
})
