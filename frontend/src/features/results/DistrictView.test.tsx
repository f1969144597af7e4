import { screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { axe } from 'vitest-axe'
import { toFacets } from '../../api/services'
import { EVERYTHING } from '../../model/serviceQuery'
import { counts } from '../../testing/directory'
import { show } from '../../testing/render'
import { DistrictView } from './DistrictView'

const AREA = 'Servem esta zona; não conhecemos aqui nenhuma porta.'

const facets = toFacets(
  counts({
    districts: [
      { code: '11', name: 'Lisboa', count: 20, local: 14, doors: 9 },
      { code: '12', name: 'Portalegre', count: 8, local: 2, doors: 0 },
      { code: '08', name: 'Faro', count: 6, local: 0, doors: 0 },
    ],
    nationwide: { count: 6 },
  }),
)

const rowOf = (name: string) => within(screen.getByRole('list')).getByText(name).closest('li') as HTMLElement

it('counts what is in a district, and what is for the whole country apart', async () => {
  const { container } = show(<DistrictView query={EVERYTHING} facets={facets} />)
  expect(rowOf('Lisboa')).toHaveTextContent('14 serviços')
  expect(rowOf('Faro')).toHaveTextContent('Nenhum serviço')
  expect(screen.getByText(/E mais 6 serviços para todo o país/)).toBeInTheDocument()
  expect((await axe(container)).violations).toEqual([])
})

it('says in words, and by a pattern, where an area is served and no door is known', async () => {
  show(<DistrictView query={EVERYTHING} facets={facets} />)
  expect(rowOf('Portalegre')).toHaveTextContent(AREA)
  expect(rowOf('Lisboa')).not.toHaveTextContent(AREA)
  expect(rowOf('Faro')).not.toHaveTextContent(AREA)
  const drawn = await screen.findByRole('link', { name: `Portalegre: 2 serviços. ${AREA}` })
  expect(drawn.querySelector('.map-hatched')).not.toBeNull()
  expect(screen.getByRole('link', { name: 'Lisboa: 14 serviços' }).querySelector('.map-hatched')).toBeNull()
})
