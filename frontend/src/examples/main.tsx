import '../ui/styles'
import './examples.css'
import { I18nProvider } from '@lingui/react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { loadOtherTexts, loadTexts } from '../i18n/catalogues'
import { dirOf, languageOfPath } from '../i18n/languages'
import { ExamplesPage } from './ExamplesPage'

/** `?language=ar` shows the components in Arabic, from right to left; light or dark is as the device has it. */
const language = languageOfPath(`/${new URLSearchParams(location.search).get('language') ?? ''}`)

async function start() {
  const i18n = await loadTexts(language)
  await loadOtherTexts(i18n)
  document.documentElement.lang = language
  document.documentElement.dir = dirOf(language)
  // Links of the components lead nowhere from here.
  const { hook, searchHook } = memoryLocation({ path: `/${language}/` })
  createRoot(document.getElementById('root') as HTMLElement).render(
    <I18nProvider i18n={i18n}>
      <Router hook={hook} searchHook={searchHook} base={`/${language}`}>
        <ExamplesPage />
      </Router>
    </I18nProvider>,
  )
}

void start()
