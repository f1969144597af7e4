import { screen, within } from '@testing-library/preact'
import { Route } from 'wouter'
import { describe, expect, it } from 'vitest'
import { aPageOf, aService, directoryWith } from '../../testing/directory'
import { show } from '../../testing/render'
import AboutData from '../about-data/AboutData'
import PlacePage from '../place/PlacePage'
import OrganizationPage from './OrganizationPage'

describe('the page of an organization', () => {
  it('says what it does, whose part it is, and how to reach it', async () => {
    directoryWith({
      '/organizations/o1': {
        id: 'o1',
        name: 'Casa Aberta',
        confidence: 'high',
        parent_organization: { id: 'o0', name: 'Rede' },
        phones: [{ number: '210 000 000' }],
        services: [aService({ organization: undefined })],
        locations: [{ id: 'l1', name: 'Sede', municipality: 'Porto' }],
      },
    })
    show(
      <Route path="/organizations/:id">
        <OrganizationPage />
      </Route>,
      { path: '/organizations/o1' },
    )
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Casa Aberta')
    expect(screen.getByRole('link', { name: 'Rede' })).toHaveAttribute('href', '/pt/organizations/o0')
    expect(
      within(screen.getByRole('region', { name: 'O que faz' })).getByRole('link', { name: 'Aulas de português' }),
    ).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Sede' })).toHaveAttribute('href', '/pt/locations/l1')
  })
})

describe('the page of a place', () => {
  const LISBOA = { id: 'd', level: 'district', code: '11', name: 'Lisboa', services_count: 1 }
  const SINTRA = {
    id: 'm',
    level: 'municipality',
    code: '1111',
    name: 'Sintra',
    parent_code: '11',
    parent_name: 'Lisboa',
    services_count: 0,
  }

  it('lists what is there and leads to the places within', async () => {
    const { asked } = directoryWith({ '/places/11': LISBOA, '/places': aPageOf(SINTRA), '/services': aPageOf(aService()) })
    show(
      <Route path="/places/:code">
        <PlacePage />
      </Route>,
      { path: '/places/11' },
    )
    expect(await screen.findByRole('link', { name: 'Aulas de português' })).toBeInTheDocument()
    expect(await screen.findByRole('link', { name: 'Sintra' })).toHaveAttribute('href', '/pt/places/1111')
    expect(asked.find((each) => each.path === '/api/services')?.params.get('place')).toBe('11')
  })

  it('leads up to its district, and to all services when there are none', async () => {
    directoryWith({ '/places/1111': SINTRA, '/services': aPageOf() })
    show(
      <Route path="/places/:code">
        <PlacePage />
      </Route>,
      { path: '/places/1111' },
    )
    expect(await screen.findByRole('link', { name: 'Lisboa' })).toHaveAttribute('href', '/pt/places/11')
    expect(await screen.findByRole('link', { name: 'Ver todos os serviços' })).toBeInTheDocument()
  })
})

describe('about the data', () => {
  const ABOUT = {
    counts: { organizations: 104, services: 219, active_services: 193, locations: 86, places: 328 },
    confidence: { high: 84, medium: 117, low: 18 },
    languages: [{ code: 'en', services: 219 }],
    credits: [{ text: 'Place data © GeoNames, CC BY 4.0', url: 'https://www.geonames.org' }],
    left_out: [{ kind: 'service', source_id: 'x', reason: 'no source' }],
  }

  it('gives the figures, what was left out and why, and the credits', async () => {
    directoryWith({ '/about': ABOUT })
    show(<AboutData />, { path: '/about-data' })
    const figures = await screen.findByRole('region', { name: 'O que há' })
    expect(figures).toHaveTextContent('Serviços abertos193')
    expect(figures).toHaveTextContent('Serviços que já não existem26')
    expect(screen.getByText('service x: no source')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /GeoNames/ })).toBeInTheDocument()
  })

  it('keeps its word on privacy in view when the figures cannot be had', async () => {
    directoryWith(null)
    show(<AboutData />, { path: '/about-data' })
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    expect(screen.getByRole('region', { name: 'A sua privacidade' })).toBeInTheDocument()
  })
})
