import { screen, within } from '@testing-library/preact'
import { Route } from 'wouter'
import { describe, expect, it } from 'vitest'
import { aPageOf, aService, directoryWith } from '../../testing/directory'
import { show } from '../../testing/render'
import CentresPage from '../centres/CentresPage'
import LocationPage from './LocationPage'

const CNAI = {
  id: 'cnai',
  name: 'CNAI Lisboa',
  municipality: 'Lisboa',
  confidence: 'high',
  one_stop_centre: {
    status: 'closed',
    period: '2004–2023',
    features: [{ name: 'Creche' }, { name: 'Mediadores', description: 'de comunidades migrantes' }],
    languages: ['ar', 'pt'],
    desks: [
      { name: 'SEF', kind: 'public_institution', since: '2004' },
      { name: 'Apoio jurídico', kind: 'support_office', service: { id: 's9', name: 'GAJI', status: 'inactive' } },
    ],
    sources: [],
  },
}

const opened = async (location: object) => {
  directoryWith({ '/locations/cnai': location })
  show(
    <Route path="/locations/:id">
      <LocationPage />
    </Route>,
    { path: '/locations/cnai' },
  )
  await screen.findByRole('heading', { level: 1 })
}

const part = (name: string) => within(screen.getByRole('region', { name }))

describe('the page of a one-stop centre', () => {
  it('says at once that it closed, and keeps the record of what was under its roof', async () => {
    await opened(CNAI)
    expect(screen.getByText('Este centro fechou')).toBeInTheDocument()
    expect(part('Instituições públicas debaixo do mesmo teto').getByText('SEF')).toBeInTheDocument()
    expect(part('Gabinetes de apoio').getByRole('link', { name: 'Apoio jurídico' })).toHaveAttribute('href', '/pt/services/s9')
    expect(
      part('O que também havia')
        .getAllByRole('listitem')
        .map((each) => each.textContent),
    ).toEqual(['Creche', 'Mediadores: de comunidades migrantes'])
    expect(part('Línguas que se falavam').getByText('árabe, português')).toBeInTheDocument()
  })

  it('does not say "closed" of one that is open', async () => {
    await opened({ ...CNAI, one_stop_centre: { ...CNAI.one_stop_centre, status: 'open', period: undefined } })
    expect(screen.queryByText('Este centro fechou')).toBeNull()
    expect(part('O que também há').getByText('Creche')).toBeInTheDocument()
  })

  it('does not send people away from a place that has other services today', async () => {
    await opened({ ...CNAI, services: [aService()] })
    expect(screen.getByText('O centro que aqui havia fechou')).toBeInTheDocument()
    expect(screen.queryByText(/Não se desloque/)).toBeNull()
    expect(part('Serviços aqui').getByRole('link', { name: 'Aulas de português' })).toBeInTheDocument()
  })

  it('folds away services that are no more', async () => {
    await opened({ ...CNAI, services: [aService(), aService({ id: 's2', name: 'Balcão SEF', status: 'inactive' })] })
    expect(part('Serviços aqui').getByText('Serviços que já não existem (1)')).toBeInTheDocument()
  })
})

describe('a door that is only a door', () => {
  it('says nothing of centres', async () => {
    await opened({ id: 'cnai', name: 'Loja', addresses: [{ address_1: 'Rua B 2', city: 'Porto' }], address_visibility: 'full' })
    expect(part('Onde é').getByText('Rua B 2')).toBeInTheDocument()
    expect(screen.queryByText(/centro/i)).toBeNull()
  })
})

describe('the list of centres', () => {
  const DESK = { id: 'c7e128a8-8d51-5aec-aefb-2fa3e46ae4b3', name: 'Lojas AIMA', status: 'active', confidence: 'high' }

  it('begins with what is open today, and folds away the centres that closed', async () => {
    directoryWith({ '/locations': aPageOf(CNAI), [`/services/${DESK.id}`]: DESK })
    show(<CentresPage />, { path: '/centres' })
    const desk = await screen.findByRole('link', { name: 'Lojas AIMA' })
    const closed = await screen.findByText('Centros que já fecharam')
    expect(desk.compareDocumentPosition(closed)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(closed.closest('details')).not.toHaveAttribute('open')
  })

  it('puts open centres before those that closed', async () => {
    const open = { ...CNAI, id: 'new', name: 'Centro novo', one_stop_centre: { ...CNAI.one_stop_centre, status: 'open' } }
    directoryWith({ '/locations': aPageOf(CNAI, open) })
    show(<CentresPage />, { path: '/centres' })
    expect(await screen.findByRole('region', { name: 'Abertos' })).toHaveTextContent('Centro novo')
    expect(screen.getByText('Centros que já fecharam').closest('details')).toHaveTextContent('CNAI Lisboa')
  })

  it('does not offer a desk that closed', async () => {
    directoryWith({ '/locations': aPageOf(), [`/services/${DESK.id}`]: { ...DESK, status: 'inactive' } })
    show(<CentresPage />, { path: '/centres' })
    expect(await screen.findByRole('link', { name: 'Ver todos os balcões' })).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Lojas AIMA' })).toBeNull()
  })
})
