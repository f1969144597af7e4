import type { SearchReport } from '../../model/search'
import type { ServiceQuery } from '../../model/serviceQuery'

/** Code of the place that was chosen or, without one, typed. */
export const placeOf = (query: ServiceQuery, report: SearchReport | undefined): string | undefined =>
  query.place ?? report?.understood.find(({ kind }) => kind === 'place')?.code
