import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/preact'
import type { ReactElement } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import type { PageLanguage } from '../i18n/languages'

const catalogues = import.meta.glob<{ messages: Record<string, never> }>('../locales/*.po', { eager: true })

interface Options {
  language?: PageLanguage
  /** Within the language, with its search: `/services?search=sopa`. */
  path?: string
}

/** Draws as the page would: with the texts of a language, an address, and a fresh cache. */
export function show(element: ReactElement, { language = 'pt', path = '/' }: Options = {}) {
  const { hook, searchHook, history } = memoryLocation({ path: `/${language}${path}`, record: true })
  const i18n = setupI18n({ locale: language, messages: { [language]: catalogues[`../locales/${language}.po`]?.messages ?? {} } })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const screen = render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <Router hook={hook} searchHook={searchHook} base={`/${language}`}>
          {element}
        </Router>
      </QueryClientProvider>
    </I18nProvider>,
  )
  return { ...screen, history }
}
