import type { I18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Router } from 'wouter'
import type { PageLanguage } from '../i18n/languages'
import { Loading } from '../ui/states/Loading'
import { Guard } from './Guard'
import { Layout } from './Layout'
import { Pages } from './Pages'
import { afterMove, watchReturns } from './move'
import { queries } from './queries'

interface Props {
  language: PageLanguage
  i18n: I18n
  /** The address to draw where there is no browser. */
  path?: string
  /** Draw the frame with its page still to come. */
  waiting?: boolean
}

export function App({ language, i18n, path, waiting = false }: Props) {
  useEffect(watchReturns, [])
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <Router base={`/${language}`} aroundNav={afterMove} {...(path === undefined ? {} : { ssrPath: path, ssrSearch: '' })}>
          <Layout>
            <Guard>{waiting ? <Loading /> : <Pages />}</Guard>
          </Layout>
        </Router>
      </QueryClientProvider>
    </I18nProvider>
  )
}
