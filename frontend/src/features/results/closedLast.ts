import type { ServiceCard } from '../../model/directory'
import { openingAt } from '../../ui/opening/opening'

/** In danger a line that is known to be closed now stands after all others, also in a saved copy that is hours old. */
export function closedLast(services: ServiceCard[], now: Date): ServiceCard[] {
  const isClosed = ({ openingHours }: ServiceCard) => ['closed', 'opens'].includes(openingAt(openingHours, now).kind)
  return [...services.filter((service) => !isClosed(service)), ...services.filter(isClosed)]
}
