import '../ui/styles'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { loadTexts } from '../i18n/catalogues'
import { languageOfPath } from '../i18n/languages'
import { App } from './App'
import { keepOffline } from './offline'
import { loadPage, pageAt } from './pages'
import { forgetTyped } from '../model/typedWords'
import { goOnLeaving, whenLeaving } from '../ui/leave/leaving'

const languagesOf = (root: HTMLElement) => root.querySelector<HTMLDetailsElement>('details.languages')

async function start() {
  const language = languageOfPath(location.pathname)
  const page = pageAt(location.pathname.slice(language.length + 1))
  // Texts and page travel together; a page that cannot be had shows its own failure later.
  const i18n = await loadTexts(language)
  if (page) await loadPage(page, i18n).catch(() => undefined)
  const root = document.getElementById('root') as HTMLElement
  const app = <App language={language} i18n={i18n} />
  if (root.dataset['page'] === location.pathname) {
    const shown = hydrateRoot(root, app)
    whenLeaving(() => shown.unmount())
  } else {
    // The reader may have opened the list of languages while this script was on its way.
    const wasOpen = languagesOf(root)?.open ?? false
    root.replaceChildren()
    const shown = createRoot(root)
    shown.render(app)
    whenLeaving(() => shown.unmount())
    const languages = languagesOf(root)
    if (wasOpen && languages) languages.open = true
  }
  whenLeaving(forgetTyped)
  keepOffline(language)
}

if (!goOnLeaving()) void start()
