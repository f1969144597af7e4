import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { numberText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Facets } from '../../model/directory'
import { pathOfSearch, type ServiceQuery } from '../../model/serviceQuery'
import { Icon } from '../../ui/icon/Icon'
import { LocalText } from '../../ui/local-text/LocalText'

const MOST_CHIPS = 8

interface Props {
  query: ServiceQuery
  /** The need that was chosen, once its name is known. */
  chosen?: Facets['needs'][number]
  facets?: Facets
}

/** The need that was chosen, to let go of, and the needs within reach that would narrow the list. */
export function NeedChips({ query, chosen, facets }: Props) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const needs = facets?.needs ?? []
  const narrower = narrowerNeeds(needs, query.need).slice(0, MOST_CHIPS)
  if (chosen === undefined && narrower.length === 0) return null
  const chip = (term: Facets['needs'][number]) => (
    <Link key={term.id} className="chip" href={pathOfSearch({ ...query, need: term.code, page: 1 })}>
      <LocalText text={term.name} />
      <span className="chip-count">{numberText(language, term.count)}</span>
    </Link>
  )
  return (
    <nav className="chips" aria-label={t`O que procura`}>
      {chosen && (
        <Link className="chip chip-chosen" href={pathOfSearch({ ...query, need: undefined, page: 1 })}>
          <LocalText text={chosen.name} />
          <Icon name="close" />
          <span className="hidden">
            <Trans>Retirar</Trans>
          </span>
        </Link>
      )}
      {narrower.map(chip)}
    </nav>
  )
}

/** Codes name their broader need: `housing.emergency` is within `housing`. */
export function narrowerNeeds(needs: Facets['needs'], chosen: string | undefined): Facets['needs'] {
  const within = (code: string) =>
    chosen === undefined ? !code.includes('.') : code.startsWith(`${chosen}.`) && !code.slice(chosen.length + 1).includes('.')
  return needs.filter((term) => term.count > 0 && within(term.code)).sort((a, b) => b.count - a.count)
}
