import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { SearchReport } from '../../model/search'
import { EVERYTHING, pathOfSearch, type ServiceQuery } from '../../model/serviceQuery'
import { Notice } from '../../ui/notice/Notice'
import { NEEDS } from '../shared/needs'
import { placeOf } from './placeOf'

interface Props {
  report: SearchReport
  query: ServiceQuery
  /** How many services were found. */
  total: number
}

/** Said where the search does not know what is meant, or knows no service for it: topics to choose from, and whom to ask. */
export function Doubt({ report, query, total }: Props) {
  const { t, i18n } = useLingui()
  if (report.certainty === 'sure') return null
  const helpFirst = total > 0 && report.helpFirst
  const place = placeOf(query, report)
  const topics = total > 0 ? report.topics : [...report.topics, ...NEEDS.map(({ code, name }) => ({ code, name: i18n._(name) }))]
  const offered = topics.filter(({ code }, at) => topics.findIndex((other) => other.code === code) === at)
  return (
    <section aria-label={t`O que procura?`}>
      <Notice
        title={
          report.certainty === 'outside' ? (
            <Trans>Não conhecemos aqui nenhum serviço para isto</Trans>
          ) : (
            <Trans>Não temos a certeza do que procura</Trans>
          )
        }
      >
        {helpFirst && (
          <p>
            <Trans>Primeiro mostramos linhas e balcões de ajuda: quem atende ajuda com qualquer assunto.</Trans>
          </p>
        )}
        {!helpFirst && (
          <p>
            <Trans>Escolha um tema, ou ligue e pergunte: quem atende ajuda com qualquer assunto.</Trans>
          </p>
        )}
      </Notice>
      {offered.length > 0 && (
        <ul className="chips chips-all" aria-label={t`Temas`}>
          {offered.map(({ code, name }) => (
            <li key={code}>
              <Link className="chip" href={pathOfSearch({ ...EVERYTHING, need: code, place, near: query.near })}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
