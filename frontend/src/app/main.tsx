import '../ui/styles'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { loadTexts } from '../i18n/catalogues'
import { languageOfPath } from '../i18n/languages'
import { App } from './App'
import { keepOffline } from './offline'
import { loadPage, pageAt, paramsOf } from './pages'
import { queries } from './queries'
import { takeOver } from './takeOver'
import { forgetTyped } from '../model/typedWords'
import { goOnLeaving, whenLeaving } from '../ui/leave/leaving'

/** How long what the document shows stays while the answers for the page's own drawing are on their way. */
const PATIENCE_MS = 10_000

async function start() {
  const language = languageOfPath(location.pathname)
  const path = location.pathname.slice(language.length + 1)
  const page = pageAt(path)
  // Texts and page travel together; a page that cannot be had shows its own failure later.
  const i18n = await loadTexts(language)
  const module = page && (await loadPage(page, i18n).catch(() => undefined))
  const root = document.getElementById('root') as HTMLElement
  if (page && module?.askAhead) {
    const asked = module.askAhead({ language, params: paramsOf(page, path), search: location.search }, queries)
    if (root.querySelector('.page')) await Promise.race([asked, new Promise((later) => setTimeout(later, PATIENCE_MS))])
  }
  const app = <App language={language} i18n={i18n} />
  if (root.dataset['page'] === location.pathname) {
    const shown = hydrateRoot(root, app)
    whenLeaving(() => shown.unmount())
  } else {
    takeOver(root, () => {
      const shown = createRoot(root)
      shown.render(app)
      whenLeaving(() => shown.unmount())
    })
  }
  whenLeaving(forgetTyped)
  keepOffline(language)
}

if (!goOnLeaving()) void start()
