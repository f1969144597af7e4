import { screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { axe } from 'vitest-axe'
import { numberOfTyped } from '../../model/typedWords'
import { show } from '../../testing/render'
import { DISTRICTS } from './districts'
import Home from './Home'

const server = setupServer(
  http.get('*/api/suggestions', () =>
    HttpResponse.json({
      suggestions: [
        { kind: 'need', code: 'housing', name: 'Alojamento' },
        { kind: 'oracle', name: '?' },
      ],
    }),
  ),
  http.get('*/api/places', () =>
    HttpResponse.json({
      contents: [
        { id: '1', code: '1106', name: 'Lisboa', level: 'municipality', parent_code: '11' },
        { id: '2', code: '1111', name: 'Sintra', level: 'municipality', parent_code: '11' },
      ],
      total_items: 2,
      total_pages: 1,
      page_number: 1,
    }),
  ),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const choose = (label: string, value: string) => userEvent.selectOptions(screen.getByLabelText(label), value)

it('looks for words in the chosen municipality', async () => {
  const { history } = show(<Home />)
  await choose('Onde?', '11')
  await waitFor(() => screen.getByLabelText('Município'))
  await choose('Município', '1111')
  await userEvent.type(screen.getByLabelText('O que procura?'), ' aulas de português ')
  await userEvent.click(screen.getByRole('button', { name: 'Procurar' }))
  await waitFor(() => expect(history?.at(-1)).toBe(`/pt/services?words=${numberOfTyped('aulas de português')}&place=1111`))
})

it('takes the place along to a need', async () => {
  show(<Home />)
  await choose('Onde?', '13')
  await waitFor(() =>
    expect(screen.getByRole('link', { name: 'Habitação' })).toHaveAttribute('href', '/pt/services?need=housing&place=13'),
  )
})

it('still offers the districts when the directory does not answer', () => {
  server.use(http.get('*/api/places', () => HttpResponse.error()))
  show(<Home />)
  expect(screen.getByLabelText('Onde?').querySelectorAll('option')).toHaveLength(DISTRICTS.length + 1)
})

it('can call the emergency number and the contact centre', () => {
  show(<Home />)
  expect(screen.getByRole('link', { name: /^112/ })).toHaveAttribute('href', 'tel:112')
  expect(screen.getByRole('link', { name: 'AIMA: 217 115 000' })).toHaveAttribute('href', 'tel:+351217115000')
})

it.each(['pt', 'ar'] as const)('has nothing that shuts anybody out (%s)', async (language) => {
  const { container } = show(<Home />, { language })
  expect((await axe(container)).violations).toEqual([])
})

it('offers what the words may become, and takes the place along', async () => {
  const { history } = show(<Home />)
  await choose('Onde?', '11')
  await userEvent.type(screen.getByLabelText('O que procura?'), 'aloj')
  const offers = await screen.findAllByRole('option', { name: /Alojamento/ })
  expect(offers).toHaveLength(1)
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(history?.at(-1)).toBe('/pt/services?need=housing&place=11'))
})
