import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { countServices, listServices } from '../../api/services'
import type { PageLanguage } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Facets, Page, ServiceCard } from '../../model/directory'
import type { Here } from '../../model/here'
import { formatServiceQuery, parseServiceQuery, pathOfSearch, type ServiceQuery } from '../../model/serviceQuery'
import type { Visit } from '../../model/visit'
import { useHere } from '../shared/useHere'
import { prefetch, type Question, useRemote, valueOf } from '../shared/useRemote'

/** The search in the address bar: read from it and written to it. Words that came in a link or a form are taken out of it at once. */
export function useServiceQuery(): [ServiceQuery, (next: ServiceQuery) => void] {
  const address = useSearch()
  const [, navigate] = useLocation()
  const query = useMemo(() => parseServiceQuery(new URLSearchParams(address)), [address])
  const go = useCallback((next: ServiceQuery) => navigate(pathOfSearch(next)), [navigate])
  useEffect(() => {
    if (new URLSearchParams(address).has('search')) navigate(pathOfSearch(query), { replace: true })
  }, [address, navigate, query])
  return [query, go]
}

const servicesOf = (query: ServiceQuery, language: PageLanguage, position?: Here): Question<Page<ServiceCard>> => ({
  key: ['services', formatServiceQuery({ ...query, view: 'list' }).toString(), language, position],
  ask: (signal) => listServices(query, language, signal, position),
})

const facetsOf = (query: ServiceQuery, language: PageLanguage, fold: boolean): Question<Facets> => ({
  key: ['facets', formatServiceQuery({ ...query, view: 'list', near: false, page: 1 }).toString(), language, fold],
  ask: (signal) => countServices(query, language, signal, fold),
})

export function useServiceSearch(query: ServiceQuery) {
  const language = usePageLanguage()
  const { here } = useHere()
  const position = query.near ? here : undefined
  const options = { keepPrevious: true, everyMinute: query.openNow }
  const services = servicesOf(query, language, position)
  const facets = facetsOf(query, language, position === undefined)
  return {
    services: useRemote(services.key, services.ask, options),
    facets: valueOf(useRemote(facets.key, facets.ask, options)),
  }
}

/** The list and its counts, asked for as the page will ask. Who wants the nearest first says first where they are. */
export async function askServicesAhead({ language, search }: Visit, queries: QueryClient) {
  const query = parseServiceQuery(new URLSearchParams(search))
  if (query.near) return
  await Promise.all([prefetch(servicesOf(query, language), queries), prefetch(facetsOf(query, language, true), queries)])
}
