import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { findHelpLine } from '../../api/services'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { type FilterName, filtersIn, pathOfSearch, type ServiceQuery, without } from '../../model/serviceQuery'
import { Empty } from '../../ui/Faces/Empty'
import { Section } from '../shared/Section'
import { ServiceItem } from '../shared/ServiceItem'
import { useRemote, valueOf } from '../shared/useRemote'

interface Props {
  query: ServiceQuery
  nameOf: (filter: FilterName) => string
}

/** A search never ends in nothing: it offers to be loosened, and a line to call. */
export function NothingFound({ query, nameOf }: Props) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const help = valueOf(useRemote(['help-line', language], (signal) => findHelpLine(language, signal)))
  return (
    <>
      <Empty title={t`Não encontrámos nada assim`}>
        <p>
          <Trans>Experimente retirar um filtro:</Trans>
        </p>
        <ul className="loosen">
          {filtersIn(query).map((filter) => (
            <li key={filter}>
              <Link href={pathOfSearch(without(query, filter))}>{t`Sem «${nameOf(filter)}»`}</Link>
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
