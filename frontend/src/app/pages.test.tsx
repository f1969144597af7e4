import { screen, waitFor } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '../testing/render'
import { Pages } from './Pages'
import { pageAt, paramsOf } from './pages'
import { PAGES, type Page } from './routes'

it.each([
  ['/', '/'],
  ['', '/'],
  ['/services', '/services'],
  ['/services/', '/services'],
  ['/services/0b4cdd9e-75b4-5c39-9d0b-6f3c1a0fdc11', '/services/:id'],
  ['/organizations/1', '/organizations/:id'],
  ['/places/1106', '/places/:code'],
  ['/locations/1', '/locations/:id'],
  ['/centres', '/centres'],
  ['/about-data', '/about-data'],
  ['/accessibility', '/accessibility'],
])('%s is the page %s', (path, expected) => expect(pageAt(path)?.path).toBe(expected))

it.each(['/services/1/2', '/nothing', '/centres/1'])('there is no page at %s', (path) => expect(pageAt(path)).toBeUndefined())

it.each([
  ['/places/1106', { code: '1106' }],
  ['/services/a%20b', { id: 'a b' }],
  ['/services/%zz', { id: '%zz' }],
  ['/services', {}],
])('%s names %j', (path, params) => expect(paramsOf(pageAt(path) as Page, path)).toEqual(params))

it('every page can be had', async () => {
  for (const page of PAGES) expect((await page.load()).default).toBeTypeOf('function')
})

it('an address without a page says so and leads home', () => {
  show(<Pages />, { path: '/nothing' })
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Esta página não existe')
  expect(screen.getByRole('link', { name: 'Procurar ajuda' })).toHaveAttribute('href', '/pt/')
})

it('shows that a page is on its way, then the page', async () => {
  show(<Pages />)
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Encontre ajuda em Portugal'))
  await waitFor(() => expect(document.title).toBe('Encontre ajuda em Portugal · Balcão'))
})
