import { msg } from '@lingui/core/macro'
import { renderToString } from 'preact-render-to-string'
import { loadTexts } from '../i18n/catalogues'
import { factsOf, LANGUAGES, type PageLanguage } from '../i18n/languages'
import { App } from './App'
import { loadPage, pageAt } from './pages'

export { LANGUAGES }
export { EXIT, EXIT_PAGE } from '../ui/leave/leaving'

const TITLE = msg`Balcão: ajuda para migrantes e refugiados em Portugal`
const DESCRIPTION = msg`Encontre serviços de documentos, casa, saúde, trabalho, aulas de português e apoio jurídico em Portugal, com contactos, horários e fontes.`
const NOT_HERE_TITLE = msg`Esta língua não está neste aparelho`
const NOT_HERE = msg`Sem ligação à internet, só pode ler nas línguas que já abriu neste aparelho. Pode continuar numa destas:`
const AGAIN = msg`Tentar outra vez`
const CHOOSE = msg`Continuar em português`

/** What the build writes for one language: the entry page complete, and the shell that every other address starts from. */
export async function prerender(language: PageLanguage) {
  const i18n = await loadTexts(language, (text) => {
    throw new Error(`The entry page has the text ${text}, which is not among its own: see build/splitTexts.ts`)
  })
  const home = pageAt('/')
  if (!home) throw new Error('There is no entry page')
  await loadPage(home, i18n)
  const draw = (waiting: boolean) =>
    renderToString(<App language={language} i18n={i18n} path={`/${language}/`} waiting={waiting} />)
  return {
    ...factsOf(language),
    home: draw(false),
    shell: draw(true),
    title: i18n._(TITLE),
    description: i18n._(DESCRIPTION),
    choose: i18n._(CHOOSE),
    notHere: { title: i18n._(NOT_HERE_TITLE), text: i18n._(NOT_HERE), again: i18n._(AGAIN) },
  }
}
