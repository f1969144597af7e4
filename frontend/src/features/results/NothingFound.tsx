import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { findHelpLine } from '../../api/services'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { type FilterName, filtersIn, pathOfSearch, type ServiceQuery, without } from '../../model/serviceQuery'
import type { SearchReport } from '../../model/search'
import { Empty } from '../../ui/states/Empty'
import { Section } from '../shared/Section'
import { Doubt } from './Doubt'
import { ServiceItem } from '../shared/ServiceItem'
import { useRemote, valueOf } from '../shared/useRemote'

/** The filters of the page by the names that the API has for them. */
const FILTERS: Record<string, FilterName> = {
  open_at: 'openNow',
  language: 'languages',
  free: 'free',
  delivery_mode: 'deliveryModes',
  taxonomy_term_id: 'need',
  place: 'place',
}

interface Props {
  query: ServiceQuery
  /** What there is with one filter less stands in it; where nothing is known of that every filter is offered. */
  report?: SearchReport
  nameOf: (filter: FilterName) => string
}

/** A search never ends in nothing: it offers to be loosened, and a line to call. */
export function NothingFound({ query, report, nameOf }: Props) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const help = valueOf(useRemote(['help-line', language], (signal) => findHelpLine(language, signal)))
  const known = (report?.nearest ?? []).flatMap(({ without: parameter, total }) => {
    const filter = FILTERS[parameter]
    return filter ? [{ filter, total }] : []
  })
  const offers: { filter: FilterName; total?: number }[] =
    known.length > 0 ? known : filtersIn(query).map((filter) => ({ filter }))
  return (
    <>
      {report && <Doubt report={report} query={query} total={0} />}
      <Empty title={t`Não encontrámos nada assim`}>
        <p>
          <Trans>Experimente retirar um filtro:</Trans>
        </p>
        <ul className="loosen">
          {offers.map(({ filter, total }) => (
            <li key={filter}>
              <Link href={pathOfSearch(without(query, filter))}>{t`Sem «${nameOf(filter)}»`}</Link>
              {total !== undefined && (
                <>
                  {' – '}
                  <Plural value={total} one="# serviço" many="# serviços" other="# serviços" />
                </>
              )}
            </li>
          ))}
          <li>
            <Link href="/services">
              <Trans>Ver todos os serviços</Trans>
            </Link>
          </li>
        </ul>
      </Empty>
      {help && (
        <Section title={t`Ou ligue e pergunte`}>
          <ServiceItem service={help} headingLevel={3} />
        </Section>
      )}
    </>
  )
}
