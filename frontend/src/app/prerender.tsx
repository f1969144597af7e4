import { msg } from '@lingui/core/macro'
import { I18nProvider } from '@lingui/react'
import { renderToString } from 'preact-render-to-string'
import { loadTexts } from '../i18n/catalogues'
import { factsOf, LANGUAGES, type PageLanguage } from '../i18n/languages'
import { App } from './App'
import { Loading } from '../ui/states/Loading'
import { askedFirst, isDrawn } from './documents'
import { loadPage, pageAt } from './pages'
import { PAGES } from './routes'

export { LANGUAGES }
export { ANY_RECORD } from './documents'
export { EXIT, EXIT_PAGE } from '../ui/leave/leaving'

const TITLE = msg`Balcão: ajuda para migrantes e refugiados em Portugal`
const DESCRIPTION = msg`Encontre serviços de documentos, casa, saúde, trabalho, aulas de português e apoio jurídico em Portugal, com contactos, horários e fontes.`
const NOT_HERE_TITLE = msg`Esta língua não está neste aparelho`
const NOT_HERE = msg`Sem ligação à internet, só pode ler nas línguas que já abriu neste aparelho. Pode continuar numa destas:`
const AGAIN = msg`Tentar outra vez`
const CHOOSE = msg`Continuar em português`

/** A page of the public other than the entry page, as its document begins. */
export interface Beginning {
  path: string
  /** What is inside the root element. */
  body: string
  /** Addresses of the API that it asks first; {@link ANY_RECORD} stands for the record. */
  asks: string[]
}

/** What the build writes for one language: the entry page complete, how the other pages begin, and the shell of all that has no beginning of its own. */
export async function prerender(language: PageLanguage) {
  const i18n = await loadTexts(language, (text) => {
    throw new Error(`The entry page has the text ${text}, which is not among its own: see build/splitTexts.ts`)
  })
  const home = pageAt('/')
  if (!home) throw new Error('There is no entry page')
  await loadPage(home, i18n)
  const draw = (path: string, waiting: boolean, texts = i18n) =>
    renderToString(<App language={language} i18n={texts} path={`/${language}${path}`} waiting={waiting} />)
  const entry = draw('/', false)
  const shell = draw('/', true)
  const title = i18n._(TITLE)

  const all = await loadTexts(language)
  const beginnings: Beginning[] = []
  for (const page of PAGES) {
    if (page === home || page.path.startsWith('/desk')) continue
    await loadPage(page, all)
    // what is known of no record leads to the entry page of the other languages
    const body = draw(page.path.includes(':') ? '/' : page.path, !isDrawn(page), all)
    beginnings.push({ path: page.path, body, asks: await askedFirst(page, language) })
  }
  return {
    ...factsOf(language),
    home: entry,
    shell,
    /** What stands in a body while its content is on its way. */
    waiting: renderToString(
      <I18nProvider i18n={i18n}>
        <Loading />
      </I18nProvider>,
    ),
    beginnings,
    title,
    description: i18n._(DESCRIPTION),
    choose: i18n._(CHOOSE),
    notHere: { title: i18n._(NOT_HERE_TITLE), text: i18n._(NOT_HERE), again: i18n._(AGAIN) },
  }
}
