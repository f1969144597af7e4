import { Plural } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import type { ServiceCard } from '../../model/directory'

/** Most lists have no program with local offices: only who sees one fetches the chooser. */
const OfficeChooser = lazy(() => import('./OfficeChooser'))

export interface Props {
  /** The entry of a program. */
  service: ServiceCard
  /** Code of the place that was chosen or typed. */
  place?: string
  /** On a page of its own: the heading above. */
  title?: string
}

/** Whether a service can be the entry of a program, for all that it says of itself. */
export const mayHaveOffices = (service: ServiceCard): boolean => service.programId !== undefined && service.nationwide

/** How many local offices stand behind an entry, and a choice of the place of one. */
export function LocalOffices(props: Props) {
  const { foldedBranches } = props.service
  return (
    <div className={foldedBranches > 0 ? 'offices offices-there' : 'offices'}>
      {foldedBranches > 0 && (
        <p>
          <Plural
            value={foldedBranches}
            one="Atende também em # gabinete local"
            many="Atende também em # gabinetes locais"
            other="Atende também em # gabinetes locais"
          />
        </p>
      )}
      <Suspense fallback={null}>
        <OfficeChooser {...props} />
      </Suspense>
    </div>
  )
}
