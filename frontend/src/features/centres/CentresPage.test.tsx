import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { aPageOf, aService, counts, directoryWith } from '../../testing/directory'
import { show } from '../../testing/render'
import CentresPage from './CentresPage'
import { OPEN_DESKS } from './openDesks'

const CLOSED = { id: 'l', name: 'CNAIM', one_stop_centre: { open: false, name: 'CNAIM do Norte' } }

function directory(open: number) {
  const desk = (id: string, name: string, status: string) => ({ [`/services/${id}`]: aService({ id, name, status }) })
  const [shops = '', offices = ''] = OPEN_DESKS
  return directoryWith({
    ...desk(shops, 'Lojas AIMA', 'active'),
    ...desk(offices, 'Rede antiga', 'inactive'),
    '/services/facets': counts({ open_now: { count: open } }),
    '/locations': aPageOf(CLOSED),
  })
}

it('leads to desks that are offered today, and folds away those that closed', async () => {
  directory(3)
  show(<CentresPage />)
  expect(await screen.findByRole('link', { name: 'Lojas AIMA' })).toBeVisible()
  expect(screen.queryByText('Rede antiga')).toBeNull()
  expect((await screen.findByText('CNAIM do Norte')).closest('details')).not.toHaveAttribute('open')
})

it('leads to the desks that are open now by a filter that says how many there are', async () => {
  const { asked } = directory(3)
  show(<CentresPage />)
  const link = await screen.findByRole('link', { name: 'Abertos agora: 3 balcões' })
  expect(link).toHaveAttribute('href', '/pt/services?need=onestop&open=now')
  expect(asked.find(({ path }) => path === '/api/services/facets')?.params.get('taxonomy_term_id')).toBe('onestop')
})

it('promises no open desk where none is known to be open', async () => {
  directory(0)
  show(<CentresPage />)
  expect(await screen.findByText(/De nenhum balcão sabemos que esteja aberto agora/)).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: /Abertos? agora/ })).toBeNull()
  expect(screen.getByRole('link', { name: 'Ver todos os balcões' })).toHaveAttribute('href', '/pt/services?need=onestop')
})
