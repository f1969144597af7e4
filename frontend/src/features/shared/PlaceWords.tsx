import { Plural, Trans } from '@lingui/react/macro'
import type { ServiceCard } from '../../model/directory'

/** Where a service can be had, in one line. */
export function PlaceWords({ service }: { service: ServiceCard }) {
  const towns = [...new Set(service.doors.map((door) => door.municipality ?? door.city).filter((town) => town !== undefined))]
  const first = towns[0]
  const second = towns[1]
  if (first !== undefined && second === undefined) return <bdi lang="pt">{first}</bdi>
  if (first !== undefined && second !== undefined && towns.length === 2) {
    return (
      <bdi lang="pt">
        {first}, {second}
      </bdi>
    )
  }
  if (first !== undefined) {
    const others = towns.length - 1
    return (
      <>
        <bdi lang="pt">{first}</bdi>{' '}
        <Plural value={others} one="e mais # município" many="e mais # municípios" other="e mais # municípios" />
      </>
    )
  }
  if (service.nationwide) return <Trans>Todo o país</Trans>
  const areas = service.areas.map((area) => area.name)
  return areas.length > 0 ? (
    <>
      <Trans>Serve quem está em:</Trans> <bdi lang="pt">{areas.slice(0, 3).join(', ')}</bdi>
    </>
  ) : null
}

export const hasPlaceWords = (service: ServiceCard): boolean =>
  service.doors.some((door) => door.municipality !== undefined || door.city !== undefined) ||
  service.nationwide ||
  service.areas.length > 0
