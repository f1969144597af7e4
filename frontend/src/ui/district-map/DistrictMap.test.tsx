import { fireEvent, screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '../../testing/render'
import { DistrictMap } from './DistrictMap'

const DISTRICTS = [
  { code: '08', name: 'Faro', count: 7, local: 1, doors: 1 },
  { code: '11', name: 'Lisboa', count: 102, local: 96, doors: 96 },
  { code: '12', name: 'Portalegre', count: 6, local: 0, doors: 0 },
]

async function map(current?: string) {
  const shown = show(<DistrictMap districts={DISTRICTS} hrefOf={(code) => `/places/${code}`} current={current} />)
  const drawn = within(await screen.findByRole('group', { name: 'Mapa dos distritos' }))
  return { ...shown, drawn, list: within(screen.getByRole('list')) }
}

it('says of each district how many services it has, as a drawing and as a list', async () => {
  const { drawn, list } = await map()
  expect(drawn.getByRole('link', { name: 'Faro: 1 serviço' })).toHaveAttribute('href', '/pt/places/08')
  expect(list.getByRole('link', { name: /Lisboa.*96 serviços/ })).toHaveAttribute('href', '/pt/places/11')
})

it('draws the districts that it knows nothing of, without a link', async () => {
  const { drawn, container } = await map()
  expect(drawn.getAllByRole('link')).toHaveLength(DISTRICTS.length)
  expect(container.querySelectorAll('.map-sheet > path.map-step-0').length).toBeGreaterThan(10)
})

it('is darker where there is more', async () => {
  const { drawn } = await map()
  const stepOf = (name: RegExp) => drawn.getByRole('link', { name }).querySelector('path')?.getAttribute('class')
  expect([/Portalegre/, /Faro/, /Lisboa/].map(stepOf)).toEqual([
    'map-area map-step-0',
    'map-area map-step-1',
    'map-area map-step-4',
  ])
})

it('marks the district that is chosen in both', async () => {
  const { drawn, list } = await map('11')
  expect(drawn.getByRole('link', { current: true })).toHaveAccessibleName('Lisboa: 96 serviços')
  expect(list.getByRole('link', { current: true })).toHaveTextContent('Lisboa')
})

it('goes to a district within the page, and leaves a new tab to the browser', async () => {
  const { drawn, history } = await map()
  const lisbon = drawn.getByRole('link', { name: /Lisboa/ })
  expect(fireEvent.click(lisbon, { ctrlKey: true })).toBe(true)
  expect(history?.at(-1)).toBe('/pt/')
  expect(fireEvent.click(lisbon)).toBe(false)
  expect(history?.at(-1)).toBe('/pt/places/11')
})

it('says in words, too, where something serves a district and no door in it is known', async () => {
  show(
    <DistrictMap districts={[{ code: '08', name: 'Faro', count: 9, local: 3, doors: 0 }]} hrefOf={(code) => `/places/${code}`} />,
  )
  expect(
    await screen.findByRole('link', { name: /Faro: 3 serviços\. Servem esta zona; não conhecemos aqui nenhuma porta/ }),
  ).toBeInTheDocument()
})
