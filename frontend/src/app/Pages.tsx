import { useLingui } from '@lingui/react'
import { createElement, useEffect, useState } from 'react'
import { Route, useLocation } from 'wouter'
import { Failed } from '../ui/states/Failed'
import { Loading } from '../ui/states/Loading'
import { NotFound } from '../ui/states/NotFound'
import { componentOf, loadPage, pageAt } from './pages'
import type { Page } from './routes'

function Loaded({ page }: { page: Page }) {
  const [state, setState] = useState<'waiting' | 'here' | 'failed'>('waiting')
  const component = componentOf(page)
  const { i18n } = useLingui()
  useEffect(() => {
    if (component || state === 'failed') return
    let left = false
    loadPage(page, i18n).then(
      () => left || setState('here'),
      () => left || setState('failed'),
    )
    return () => {
      left = true
    }
  }, [page, component, state, i18n])
  if (component) return createElement(component)
  return state === 'failed' ? <Failed onRetry={() => setState('waiting')} /> : <Loading />
}

/** Shows the page of the address that is open. */
export function Pages() {
  const [path] = useLocation()
  const page = pageAt(path)
  if (!page) return <NotFound />
  return (
    <Route path={page.path} key={page.path}>
      <Loaded page={page} />
    </Route>
  )
}
