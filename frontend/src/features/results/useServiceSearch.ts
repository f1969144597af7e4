import { useCallback, useEffect, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { countServices, listServices } from '../../api/services'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { formatServiceQuery, parseServiceQuery, pathOfSearch, type ServiceQuery } from '../../model/serviceQuery'
import { useHere } from '../shared/useHere'
import { useRemote, valueOf } from '../shared/useRemote'

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

export function useServiceSearch(query: ServiceQuery) {
  const language = usePageLanguage()
  const key = formatServiceQuery({ ...query, view: 'list' }).toString()
  const { here } = useHere()
  const position = query.near ? here : undefined
  const services = useRemote(['services', key, language, position], (signal) => listServices(query, language, signal, position), {
    keepPrevious: true,
    everyMinute: query.openNow,
  })
  const countKey = formatServiceQuery({ ...query, view: 'list', near: false, page: 1 }).toString()
  const fold = position === undefined
  const facets = useRemote(['facets', countKey, language, fold], (signal) => countServices(query, language, signal, fold), {
    keepPrevious: true,
    everyMinute: query.openNow,
  })
  return { services, facets: valueOf(facets) }
}
