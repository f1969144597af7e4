import { Plural, Trans } from '@lingui/react/macro'
import type { Facets } from '../../model/directory'
import { pathOfSearch, type ServiceQuery } from '../../model/serviceQuery'
import { DistrictMap } from '../../ui/district-map/DistrictMap'
import './districtView.css'

interface Props {
  query: ServiceQuery
  facets?: Facets
}

/** The same search on the outline of the country; each outline leads to its list. What is for the whole country is counted apart. */
export function DistrictView({ query, facets }: Props) {
  const hrefOf = (code: string) => pathOfSearch({ ...query, place: code, view: 'list', page: 1 })
  const nationwide = facets?.nationwide ?? 0
  return (
    <>
      <p>
        <Trans>Os números contam o que há em cada distrito.</Trans>{' '}
        {nationwide > 0 && (
          <Plural
            value={nationwide}
            one="E mais # serviço para todo o país."
            many="E mais # serviços para todo o país."
            other="E mais # serviços para todo o país."
          />
        )}
      </p>
      <DistrictMap districts={facets?.districts ?? []} hrefOf={hrefOf} current={query.place} />
    </>
  )
}
