import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useCallback, useState } from 'react'
import { Link } from 'wouter'
import { languageName, numberText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { type FilterName, filtersIn, pathOfSearch, type ServiceQuery, without } from '../../model/serviceQuery'
import { isSensitive } from '../../model/sensitive'
import type { SearchReport } from '../../model/search'
import { Button } from '../../ui/button/Button'
import { Icon } from '../../ui/icon/Icon'
import { Loading } from '../../ui/states/Loading'
import { Sensitive } from '../../ui/leave/Sensitive'
import { LocalText } from '../../ui/local-text/LocalText'
import { Page } from '../../ui/page/Page'
import { Pagination } from '../../ui/pagination/Pagination'
import { SearchBox } from '../../ui/search-box/SearchBox'
import { RemoteView } from '../shared/RemoteView'
import { useSuggesting } from '../shared/useSuggesting'
import { DELIVERY_WORDS } from '../shared/words'
import { Doubt } from './Doubt'
import { Filters } from './Filters'
import { Found } from './Found'
import { FilterSheet } from './FilterSheet'
import { NearMe, NearTold } from './NearMe'
import { NeedChips } from './NeedChips'
import { NothingFound } from './NothingFound'
import { placeOf } from './placeOf'
import { Told } from './Told'
import { usePlace } from './useChosenPlace'
import { useNeed } from './useNeed'
import { askServicesAhead, useServiceQuery, useServiceSearch } from './useServiceSearch'
import { useWide } from './useWide'
import './results.css'

/** The outlines weigh more than the list: only who asks for the map fetches them. */
const DistrictView = lazy(() => import('./DistrictView').then((module) => ({ default: module.DistrictView })))

export const askAhead = askServicesAhead

/** What was found: a list, or the same counts on the outline of the country. */
export default function Results() {
  const { t, i18n } = useLingui()
  const language = usePageLanguage()
  const [query, go] = useServiceQuery()
  const { services, facets } = useServiceSearch(query)
  const place = usePlace(query.place)
  const [sheetOpen, setSheetOpen] = useState(false)
  const closeSheet = useCallback(() => setSheetOpen(false), [])
  const suggesting = useSuggesting(query)
  const wide = useWide()
  const need = useNeed(query.need, facets)
  const filtersOn = filtersIn(query).filter((name) => name !== 'search' && name !== 'need')

  const nameOf = (filter: FilterName): string => {
    switch (filter) {
      case 'search':
        return query.search
      case 'need':
        return need?.name.value ?? t`Tema escolhido`
      case 'place':
        return place?.name ?? t`Lugar escolhido`
      case 'near':
        return t`Perto de mim`
      case 'languages':
        return query.languages.map((code) => languageName(language, code)).join(', ')
      case 'openNow':
        return t`Aberto agora`
      case 'deliveryModes':
        return query.deliveryModes.map((mode) => i18n._(DELIVERY_WORDS[mode])).join(', ')
      case 'free':
        return t`Grátis`
      case 'confirmedOnly':
        return t`Só informação confirmada`
    }
  }

  const title = need ? need.name.value : query.search ? t`O que encontrámos` : t`Encontrar um serviço`
  const total = services.status === 'found' ? services.value.total : undefined
  const filters = <Filters query={query} facets={facets} onChange={go} />

  return (
    <Page dense title={title} heading={need ? <LocalText text={need.name} /> : title} lead={<Count total={total} />}>
      {(isSensitive(query.need) || (services.status === 'found' && speaksOfDanger(services.value.report))) && <Sensitive />}
      <div className="results-find">
        <SearchBox
          compact
          value={query.search}
          onSearch={(search) => go({ ...query, search, page: 1 })}
          suggesting={suggesting}
        />
        {!wide && (
          <Button kind="second" onClick={() => setSheetOpen(true)} aria-haspopup="dialog">
            <Icon name="filter" />
            <span className="hidden">
              <Trans>Filtros</Trans>
            </span>{' '}
            {filtersOn.length > 0 && <span>{numberText(language, filtersOn.length)}</span>}
          </Button>
        )}
      </div>
      {wide && <NeedChips query={query} chosen={need} facets={facets} />}
      <div className="results">
        {wide && (
          <section className="results-side" aria-label={t`Filtros`}>
            {filters}
          </section>
        )}
        <div className="results-main">
          <div className="results-bar">
            {filtersOn.length > 0 && (
              <ul className="filters-on" aria-label={t`Filtros escolhidos`}>
                {filtersOn.map((filter) => (
                  <li key={filter}>
                    <Link className="chip chip-chosen" href={pathOfSearch(without(query, filter))}>
                      <span>{nameOf(filter)}</span>
                      <Icon name="close" />
                      <span className="hidden">
                        <Trans>Retirar</Trans>
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            <NearMe chosen={query.near} onChoose={() => go({ ...query, near: true, page: 1 })} />
            <OtherView query={query} />
            {!wide && <NeedChips query={query} chosen={need} facets={facets} />}
          </div>
          {query.near && <NearTold />}
          <RemoteView remote={services}>
            {(page) =>
              page.total === 0 ? (
                <NothingFound query={query} report={page.report} nameOf={nameOf} />
              ) : query.view === 'map' ? (
                <Suspense fallback={<Loading />}>
                  <DistrictView query={query} facets={facets} />
                </Suspense>
              ) : (
                <>
                  {page.report && (
                    <Told
                      report={page.report}
                      services={page.items}
                      kept={services.status === 'found' && services.savedAt !== undefined}
                    />
                  )}
                  {page.report && <Doubt report={page.report} query={query} total={page.total} />}
                  <Found
                    services={page.items}
                    urgent={page.report !== undefined && page.report.urgent.length > 0}
                    place={placeOf(query, page.report)}
                  />
                  <Pagination page={page.page} pages={page.pages} hrefOf={(number) => pathOfSearch({ ...query, page: number })} />
                </>
              )
            }
          </RemoteView>
        </div>
      </div>
      {!wide && (
        <FilterSheet open={sheetOpen} total={total} onClose={closeSheet}>
          {filters}
        </FilterSheet>
      )}
    </Page>
  )
}

function Count({ total }: { total: number | undefined }) {
  return (
    <p className="results-count" role="status">
      {total !== undefined && <Plural value={total} _0="Nenhum serviço" one="# serviço" many="# serviços" other="# serviços" />}
    </p>
  )
}

/** The words speak of a danger, or of what is nobody else's business. */
const speaksOfDanger = (report: SearchReport | undefined): boolean =>
  report !== undefined &&
  (report.urgent.length > 0 || [...report.understood, ...report.topics].some(({ code }) => isSensitive(code)))

function OtherView({ query }: { query: ServiceQuery }) {
  const other = query.view === 'map' ? 'list' : 'map'
  return (
    <Link className="button button-second" href={pathOfSearch({ ...query, view: other })}>
      <Icon name={other} />
      <span className="hidden-on-phone">{other === 'map' ? <Trans>Ver no mapa</Trans> : <Trans>Ver em lista</Trans>}</span>
    </Link>
  )
}
