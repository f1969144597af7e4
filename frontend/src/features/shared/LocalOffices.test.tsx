import { act, screen, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { Route } from 'wouter'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { axe } from 'vitest-axe'
import type { PageLanguage } from '../../i18n/languages'
import { aPageOf, aService, counts, directoryWith, NO_PLACES, screenOf } from '../../testing/directory'
import { show } from '../../testing/render'
import Results from '../results/Results'
import ServicePage from '../service/ServicePage'
import { forgetHere } from './useHere'

beforeEach(() => screenOf('phone'))
afterEach(() => act(() => forgetHere()))

const PROGRAM = { id: 'p1', name: 'CLAIM' }
const ENTRY = aService({ id: 'entry', name: 'Rede CLAIM', program: PROGRAM, nationwide: true })
const branch = (id: string, place_name: string, place_code: string, district_name: string, latitude: number) => ({
  service_id: id,
  name: `CLAIM ${place_name}`,
  place_code,
  place_name,
  district_name,
  latitude,
  longitude: -8.4,
})
const BRANCHES = {
  branches: [
    branch('braga', 'Braga', '0303', 'Braga', 41.55),
    branch('evora', 'Évora', '0705', 'Évora', 38.57),
    branch('guimaraes', 'Guimarães', '0308', 'Braga', 41.44),
    { name: 'without an id', place_code: '0101', place_name: 'Águeda' },
    { service_id: 'somewhere', name: 'CLAIM without a place' },
  ],
}
const office = (id: string, name: string, municipality_code: string) =>
  aService({
    id,
    name,
    program: PROGRAM,
    contact_phone: undefined,
    service_at_locations: [
      {
        id: `${id} here`,
        location: {
          id: `door of ${id}`,
          name: 'Casa',
          municipality_code,
          addresses: [{ address_1: `Rua de ${id}, 1` }],
          phones: [{ number: '253 000 000' }],
          opening_hours: { basis: 'always' },
        },
      },
      {
        id: `${id} elsewhere`,
        location: { id: 'other', name: 'Outra', municipality_code: '9999', addresses: [{ address_1: 'Rua longe, 2' }] },
      },
    ],
  })

function directory(listed: object[], search: object = { certainty: 'sure' }) {
  return directoryWith({
    '/services': { ...aPageOf(...listed), search },
    '/services/facets': counts(),
    '/places': NO_PLACES,
    '/places/0713': { code: '0713', name: 'Viana do Alentejo', level: 'municipality', latitude: 38.33, longitude: -8 },
    '/services/entry': ENTRY,
    '/services/entry/branches': BRANCHES,
    '/services/braga': office('braga', 'CLAIM Braga', '0303'),
    '/services/evora': office('evora', 'CLAIM Évora', '0705'),
    '/services/guimaraes': office('guimaraes', 'CLAIM Guimarães', '0399'),
  })
}

const chooser = () => screen.findByRole('combobox', { name: 'Onde precisa de um gabinete local?' })

describe('the local offices behind an entry', () => {
  it('are asked for folded, counted on its card, and chosen by place under their districts', async () => {
    const { asked } = directory([{ ...ENTRY, folded_branches: 61 }])
    const { container } = show(<Results />, { path: '/services?need=legal' })
    expect(await screen.findByText('Atende também em 61 gabinetes locais')).toBeInTheDocument()
    for (const path of ['/api/services', '/api/services/facets']) {
      expect(asked.find((each) => each.path === path)?.params.get('fold')).toBe('programs')
    }
    const choice = await chooser()
    const districts = within(choice)
      .getAllByRole('group')
      .map((group) => [
        group.getAttribute('label'),
        ...within(group)
          .getAllByRole('option')
          .map((each) => each.textContent),
      ])
    expect(districts).toEqual([
      ['Braga', 'Braga', 'Guimarães'],
      ['Évora', 'Évora'],
    ])
    expect(asked.some(({ path }) => path === '/api/services/braga')).toBe(false)
    await userEvent.selectOptions(choice, '0303')
    expect(await screen.findByRole('link', { name: 'CLAIM Braga' })).toHaveAttribute('href', '/pt/services/braga')
    expect(screen.getByText('Rua de braga, 1')).toBeInTheDocument()
    expect(screen.queryByText('Rua longe, 2')).toBeNull()
    expect(screen.getByRole('link', { name: /253 000 000/ })).toHaveAttribute('href', 'tel:+351253000000')
    expect(screen.getByText(/Aberto 24 horas/)).toBeInTheDocument()
    expect(screen.getAllByRole('status').map((each) => each.textContent)).toContain('Gabinetes locais para quem está em Braga')
    expect((await axe(container)).violations).toEqual([])
  })

  it('say where they are where that is in another place than the one they are for', async () => {
    directory([{ ...ENTRY, folded_branches: 61 }])
    show(<Results />, { path: '/services?need=legal' })
    await userEvent.selectOptions(await chooser(), '0308')
    expect(await screen.findByText('Rua de guimaraes, 1')).toBeInTheDocument()
    expect(screen.getByText('Rua longe, 2')).toBeInTheDocument()
  })

  it('are not looked for where none stands behind it', async () => {
    directory([ENTRY])
    const { container } = show(<Results />, { path: '/services?need=legal' })
    await screen.findByRole('link', { name: 'Rede CLAIM' })
    expect(container.querySelector('.offices')).toBeNull()
  })

  it.each([
    ['chosen', '/services?need=legal&place=0705', {}],
    ['typed', '/services?search=x', { understood: [{ text: 'Évora', kind: 'place', code: '0705', name: 'Évora' }] }],
  ])('are shown at once in a place that was %s', async (_, path, report) => {
    directory([ENTRY], { certainty: 'sure', ...report })
    show(<Results />, { path })
    expect(await screen.findByRole('link', { name: 'CLAIM Évora' })).toBeInTheDocument()
    expect(await chooser()).toHaveValue('0705')
  })

  it('are shown where they are nearest to a place that has none, and that is said', async () => {
    directory([ENTRY])
    show(<Results />, { path: '/services?need=legal&place=0713' })
    expect(await screen.findByRole('link', { name: 'CLAIM Évora' })).toBeInTheDocument()
    expect(screen.getByText(/Não conhecemos nenhum gabinete local para quem está em/)).toHaveTextContent(
      'Não conhecemos nenhum gabinete local para quem está em Viana do Alentejo. O mais perto: Évora',
    )
  })

  it('are not repeated where one of them is in the list', async () => {
    directory([office('evora', 'CLAIM Évora', '0705'), ENTRY])
    const { container } = show(<Results />, { path: '/services?need=legal&place=0705' })
    await screen.findByRole('link', { name: 'Rede CLAIM' })
    expect(container.querySelector('.offices')).toBeNull()
  })
})

describe('on the page of the entry', () => {
  const opened = (service: object, language: PageLanguage = 'pt') => {
    const stand = directoryWith({
      '/services/entry': service,
      '/services/entry/branches': BRANCHES,
      '/services/braga': office('braga', 'CLAIM Braga', '0303'),
    })
    const page = (
      <Route path="/services/:id">
        <ServicePage />
      </Route>
    )
    return { ...stand, ...show(page, { path: '/services/entry', language }) }
  }

  it('the place is chosen in the same way', async () => {
    opened(ENTRY)
    await userEvent.selectOptions(await chooser(), '0303')
    const part = within(await screen.findByRole('region', { name: 'Gabinetes locais' }))
    expect(await part.findByText('Rua de braga, 1')).toBeInTheDocument()
  })

  it('the nearest is shown at once where the page knows where the device is, and no request carries that', async () => {
    vi.stubGlobal('navigator', {
      ...navigator,
      geolocation: {
        getCurrentPosition: (found: PositionCallback) =>
          found({ coords: { latitude: 41.6, longitude: -8.4 } } as GeolocationPosition),
      },
    })
    directory([aService()])
    const list = show(<Results />, { path: '/services?need=housing' })
    await userEvent.click(await screen.findByRole('button', { name: 'Perto de mim' }))
    list.unmount()
    const { asked } = opened(ENTRY)
    expect(await screen.findByText('Rua de braga, 1')).toBeInTheDocument()
    expect(await chooser()).toHaveValue('near-me')
    expect(screen.getByText(/O gabinete local mais perto de si/)).toBeInTheDocument()
    expect(asked.map(({ params, posted }) => `${params} ${posted}`).join(' ')).not.toMatch(/lat|lon|41\.6/)
  })

  it.each([
    ['it is for a part of the country only', { nationwide: false }],
    ['it is of no program', { program: undefined }],
    ['it is gone', { status: 'inactive' }],
  ])('nothing is looked for where %s', async (_, more) => {
    const { container } = opened({ ...ENTRY, ...more })
    await screen.findByRole('heading', { level: 1 })
    expect(container.querySelector('.offices')).toBeNull()
  })

  it('nothing is shown where nothing stands behind it', async () => {
    directoryWith({ '/services/entry': ENTRY, '/services/entry/branches': {} })
    show(
      <Route path="/services/:id">
        <ServicePage />
      </Route>,
      { path: '/services/entry' },
    )
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByText('Gabinetes locais')).toBeNull()
  })
})
