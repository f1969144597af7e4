import { Plural } from '@lingui/react/macro'
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
          <Plural
            value={facets.nationwide}
            one="# serviço é para todo o país"
            many="# serviços são para todo o país"
            other="# serviços são para todo o país"
          />
        </p>
      )}
    </>
  )
}
