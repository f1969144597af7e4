import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '../../testing/render'
import { Pagination } from './Pagination'

const at = (page: number, pages: number) =>
  show(<Pagination page={page} pages={pages} hrefOf={(number) => `/services?page=${number}`} />)
const links = () => screen.queryAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])

it('leads to the page before and to the page after', () => {
  at(3, 7)
  expect(screen.getByRole('navigation')).toHaveTextContent('Página 3 de 7')
  expect(links()).toEqual([
    ['Anterior', '/pt/services?page=2'],
    ['Seguinte', '/pt/services?page=4'],
  ])
})

it.each([
  [1, 'Seguinte'],
  [7, 'Anterior'],
])('leads nowhere beyond the ends of a list: page %i of 7 has only "%s"', (page, only) => {
  at(page, 7)
  expect(links().map(([words]) => words)).toEqual([only])
})

it('is not there where everything is on one page', () => {
  at(1, 1)
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument()
})
