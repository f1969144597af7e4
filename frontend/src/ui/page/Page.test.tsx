import { render, screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { Page } from './Page'

const page = (...topics: string[]) => (
  <Page title="Resultados">
    {topics.map((topic) => (
      <button key={topic} type="button">
        {topic}
      </button>
    ))}
  </Page>
)

it('takes whoever chose what is then gone to the heading', () => {
  const { rerender } = render(page('Saúde', 'Emprego'))
  screen.getByRole('button', { name: 'Saúde' }).focus()
  rerender(page('Emprego'))
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
})

it('leaves the focus alone where it is still something, and where it was nothing', () => {
  const { rerender } = render(page('Saúde', 'Emprego'))
  rerender(page('Saúde'))
  expect(document.body).toHaveFocus()
  screen.getByRole('button', { name: 'Saúde' }).focus()
  rerender(page('Saúde', 'Asilo'))
  expect(screen.getByRole('button', { name: 'Saúde' })).toHaveFocus()
  screen.getByRole('button', { name: 'Saúde' }).blur()
  rerender(page('Saúde'))
  expect(document.body).toHaveFocus()
})
