import { expect, it } from 'vitest'
import { askedFirst, exampleOf } from './documents'
import { PAGES, type Page } from './routes'

const page = (path: string) => PAGES.find((each) => each.path === path) as Page

it.each([
  ['/services/:id', ['/api/services/00000000-0000-0000-0000-000000000000?lang=ar%2Cen%2Cpt']],
  [
    '/services',
    [
      '/api/services?status=active&fold=programs&sort=relevance&page=1&per_page=20&lang=ar%2Cen%2Cpt',
      '/api/services/facets?status=active&fold=programs&lang=ar%2Cen%2Cpt',
    ],
  ],
  ['/eligibility', ['/api/eligibility/pack', '/api/eligibility/texts?lang=ar%2Cen%2Cpt']],
  ['/about-data', []],
])('%s asks first what the document announces', async (path, addresses) => {
  expect(await askedFirst(page(path), 'ar')).toEqual(addresses)
})

it('an example of an address has a stand-in for its record', () =>
  expect(exampleOf(page('/places/:code'))).toBe('/places/00000000-0000-0000-0000-000000000000'))
