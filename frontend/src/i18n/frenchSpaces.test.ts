import { expect, it } from 'vitest'
import { loadOtherTexts, loadTexts } from './catalogues'
import { frenchSpaces } from './frenchSpaces'

it.each([
  ['Sans « {0} »', 'Sans «\u00a0{0}\u00a0»'],
  ['À quelle heure ? À 10:30 !', 'À quelle heure\u00a0? À 10:30\u00a0!'],
  ['Ouvert ({0} ; {1})', 'Ouvert ({0}\u00a0; {1})'],
])('no line breaks inside the marks of «%s»', (text, expected) => expect(frenchSpaces(text)).toBe(expected))

it('the texts of the page in French break no line there, and no others are touched', async () => {
  const texts = async (language: 'fr' | 'es') => {
    const i18n = await loadTexts(language)
    await loadOtherTexts(i18n)
    return JSON.stringify(i18n.messages)
  }
  expect(await texts('fr')).not.toMatch(/« | [»;!?]/)
  expect(await texts('fr')).toMatch(/«\u00a0/)
  expect(await texts('es')).not.toMatch(/\u00a0[;!?»]/)
})
