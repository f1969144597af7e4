import { screen } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import type { PageLanguage } from '../../i18n/languages'
import type { Reason } from '../../model/search'
import { show } from '../../testing/render'
import { Because } from './Because'

const word = (text: string, language?: string, marks: [number, number][] = [[0, 5]]): Reason => ({
  kind: 'word',
  text,
  language,
  marks,
})

const said = (language: PageLanguage, ...reasons: Reason[]) =>
  show(<Because reasons={reasons} />, { language }).container.textContent

describe('why a service was found', () => {
  it.each(['fr', 'en', 'es', 'uk', 'ar'] as const)('quotes no Portuguese on a page in %s', (language) => {
    const text = said(language, word('Aulas de português', 'pt'), word('Cantina sem língua'))
    expect(text).not.toMatch(/Aulas|Cantina/)
    expect(text?.length).toBeGreaterThan(10)
  })

  it('quotes the words that the reader can read, wherever they stand among the others', () => {
    expect(said('fr', word('Aulas de português', 'pt'), word('Cours de portugais', 'fr'))).toMatch(/« ?Cours de portugais/)
    expect(document.querySelector('mark')).toHaveTextContent('Cours')
    expect(document.querySelector('bdi[lang="fr"]')).toHaveTextContent('Cours de portugais')
  })

  it('quotes what says nothing of its language on a Portuguese page', () => {
    expect(said('pt', word('Aulas de português'))).toContain('«Aulas de português»')
  })

  it('says of other names only those that are the same in every language', () => {
    const claim: Reason = { kind: 'synonym', name: 'CLAIM', marks: [] }
    const desk: Reason = { kind: 'synonym', name: 'balcão de apoio', marks: [] }
    expect(said('uk', claim, desk)).toMatch(/CLAIM$/)
    expect(said('uk', desk)).toBe('')
  })

  it('has nothing to say of reasons that are no words', () => {
    expect(said('pt', { kind: 'urgent', marks: [] }, { kind: 'oracle', marks: [] })).toBe('')
  })

  it('leaves marks alone that lie outside of the text or in one another', () => {
    said(
      'pt',
      word('Aulas', 'pt', [
        [0, 2],
        [1, 4],
        [3, 99],
      ]),
    )
    expect(screen.getByText(/Encontrado por/).parentElement).toHaveTextContent('«Aulas»')
    expect(document.querySelectorAll('mark')).toHaveLength(1)
  })
})
