import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '../../testing/render'
import { LocalText, type Text } from './LocalText'

const text = (more: Partial<Text>): Text => ({
  value: 'Aulas',
  language: 'pt',
  origin: 'human',
  reviewed: true,
  stale: false,
  ...more,
})

it('carries its own language and direction where they are not those of the page', () => {
  show(<LocalText text={text({ value: 'دروس', language: 'ar' })} />)
  const shown = screen.getByText('دروس')
  expect(shown).toHaveAttribute('lang', 'ar')
  expect(shown).toHaveAttribute('dir', 'rtl')
})

it('says nothing about a text that is simply the page’s', () => {
  const { container } = show(<LocalText text={text({})} tag />)
  expect(container).toHaveTextContent(/^Aulas$/)
  expect(screen.getByText('Aulas')).not.toHaveAttribute('lang')
})

it('owns up to a machine’s translation that nobody has read and that has gone stale', () => {
  show(<LocalText text={text({ language: 'en', value: 'Classes', origin: 'machine', reviewed: false, stale: true })} tag />)
  expect(screen.getByText(/inglês · escrito por um programa · nenhuma pessoa o reviu · o original mudou/)).toBeInTheDocument()
})

it('keeps the paragraphs of a long text', () => {
  const { container } = show(<LocalText text={text({ value: 'Um.\n\nDois.' })} as="p" />)
  expect([...container.querySelectorAll('p')].map((p) => p.textContent)).toEqual(['Um.', 'Dois.'])
})
