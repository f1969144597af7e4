import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ServiceCard } from '../../model/directory'
import { LocalOffices, mayHaveOffices } from '../shared/LocalOffices'
import { ServiceItem } from '../shared/ServiceItem'
import { useOutcomesOfServices } from '../shared/useOutcomesOfServices'
import { Choice } from '../../ui/choice/Choice'
import { useNow } from '../../ui/useNow'
import { closedLast } from './closedLast'

interface Props {
  services: ServiceCard[]
  urgent?: boolean
  /** Code of the place that was chosen or typed. */
  place?: string
}

/**
 * The services of a page of results. Somebody who answered questions about themselves can hide what does not seem to be for them: what
 * the rules say is looked up here, and neither the address nor a request carries it.
 */
export function Found({ services, urgent = false, place }: Props) {
  const { t } = useLingui()
  const outcomes = useOutcomesOfServices()
  const [onlyMine, setOnlyMine] = useState(false)
  const notMine = services.filter(({ id }) => ['no', 'ended'].includes(outcomes.get(id) ?? ''))
  const hidden = notMine.length
  const now = useNow()
  const inOrder = urgent ? closedLast(services, now) : services
  const shown = onlyMine ? inOrder.filter((service) => !notMine.includes(service)) : inOrder
  return (
    <>
      {notMine.length > 0 && (
        <Choice label={t`Esconder o que parece não ser para mim (${hidden})`} checked={onlyMine} onChange={setOnlyMine} />
      )}
      <ol className="service-list">
        {shown.map((service) => (
          <li key={service.id}>
            <ServiceItem service={service}>
              {hasOffices(service, services, place) && <LocalOffices service={service} place={place} />}
            </ServiceItem>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Its local offices stand behind it; or, in a place, none of them is in the list, and the nearest is elsewhere. */
function hasOffices(service: ServiceCard, services: ServiceCard[], place: string | undefined): boolean {
  const isBranch = (other: ServiceCard) => other.programId === service.programId && !other.nationwide
  return service.foldedBranches > 0 || (place !== undefined && mayHaveOffices(service) && !services.some(isBranch))
}
