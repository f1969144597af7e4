import { Plural, Trans } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { Facets } from '../../model/directory'
import { pathOfSearch, type ServiceQuery } from '../../model/serviceQuery'
import { DistrictMap } from '../../ui/DistrictMap'

interface Props {
  query: ServiceQuery
  facets?: Facets
}

/** The same search on the outline of the country; each outline leads to its list. */
export function DistrictView({ query, facets }: Props) {
  const hrefOf = (code: string) => pathOfSearch({ ...query, place: code, view: 'list', page: 1 })
  return (
    <>
      <DistrictMap districts={facets?.districts ?? []} hrefOf={hrefOf} current={query.place} />
      {facets?.nationwide !== undefined && facets.nationwide > 0 && (
        <p>
          <Link href={pathOfSearch({ ...query, place: undefined, view: 'list', page: 1 })}>
            <Plural value={facets.nationwide} one="# serviço para todo o país" other="# serviços para todo o país" />
          </Link>{' '}
          <Trans>(também onde o mapa mostra zero)</Trans>
        </p>
      )}
    </>
  )
}
