import { Trans } from '@lingui/react/macro'
import { numberText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { ServiceCard } from '../../model/directory'

/** How far a service is as the crow flies, no more exactly than it is known. */
export function DistanceWords({ service }: { service: ServiceCard }) {
  const language = usePageLanguage()
  if (service.distanceMetres === undefined) return null
  const kilometres = service.distanceMetres / 1000
  // The middle of a parish or a town says whole kilometres at best, and next to it nothing.
  if (service.distanceApproximate && kilometres < 1) return null
  const far = numberText(
    language,
    kilometres < 10 && !service.distanceApproximate ? Math.max(0.1, Math.round(kilometres * 10) / 10) : Math.round(kilometres),
  )
  return (
    <span className="item-distance">
      {' · '}
      {service.distanceApproximate ? <Trans>cerca de {far} km</Trans> : <Trans>a {far} km</Trans>}
    </span>
  )
}
