import { useLingui } from '@lingui/react/macro'
import type { QueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { getLocation } from '../../api/locations'
import type { PageLanguage } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Location } from '../../model/directory'
import type { Visit } from '../../model/visit'
import { LocalText } from '../../ui/local-text/LocalText'
import { Page } from '../../ui/page/Page'
import { PrintButton, ShareButton } from '../../ui/share-button/ShareButton'
import { DoorFacts } from '../shared/Doors'
import { Provenance } from '../shared/Provenance'
import { RecordView } from '../shared/RecordView'
import { Section } from '../shared/Section'
import { ServiceList } from '../shared/ServiceList'
import { prefetch, type Question, useRemote } from '../shared/useRemote'
import { Centre, CentreStanding } from './Centre'

const locationOf = (id: string, language: PageLanguage): Question<Location> => ({
  key: ['location', id, language],
  ask: (signal) => getLocation(id, language, signal),
})

export const askAhead = ({ params, language }: Visit, queries: QueryClient) =>
  prefetch(locationOf(params['id'] ?? '', language), queries)

export default function LocationPage() {
  const { id = '' } = useParams<{ id: string }>()
  const language = usePageLanguage()
  const { key, ask } = locationOf(id, language)
  const location = useRemote(key, ask)
  return (
    <RecordView remote={location} at="locations" idOf={(found) => found.locationId}>
      {(found) => <LocationView location={found} />}
    </RecordView>
  )
}

/** A door: where it is, when it opens, and what is behind it. */
export function LocationView({ location }: { location: Location }) {
  const { t } = useLingui()
  const centre = location.oneStopCentre
  const livesOn = location.services.some((service) => service.standing === 'active')
  const closed = centre !== undefined && !centre.open && !livesOn
  return (
    <Page
      title={location.name.value}
      heading={<LocalText text={location.name} />}
      lead={
        location.organization && (
          <p>
            <Link href={`/organizations/${location.organization.id}`}>
              <LocalText text={location.organization.name} />
            </Link>
          </p>
        )
      }
    >
      {centre && <CentreStanding centre={centre} livesOn={livesOn} />}
      {location.description && <LocalText text={location.description} as="p" tag />}
      <Section title={closed ? t`Onde era` : t`Onde é`}>
        <DoorFacts door={location} withHours={!closed} />
      </Section>
      <ServiceList title={closed ? t`Serviços que havia aqui` : t`Serviços aqui`} services={location.services} />
      {centre && <Centre centre={centre} />}
      <div className="record-actions">
        <ShareButton title={location.name.value} />
        <PrintButton />
      </div>
      <Provenance record={location.locationId} sources={location.sources} confidence={location.confidence} />
    </Page>
  )
}
