import { Link } from 'wouter'
import { getService } from '../../api/services'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Service } from '../../model/directory'
import { LocalText } from '../../ui/local-text/LocalText'
import { HoursWords } from '../../ui/opening/HoursWords'
import { OpeningState } from '../../ui/opening/OpeningState'
import { Contacts } from './Contacts'
import { DoorFacts, hasHours } from './Doors'
import { NoContact } from './NoContact'
import { RemoteView } from './RemoteView'
import { ServiceTags } from './ServiceItem'
import { useRemote } from './useRemote'

interface Props {
  /** Of the service that is given there. */
  id: string
  /** Code of the place that it is in or for; doors elsewhere are shown where it has none there. */
  place: string
}

/** A local office: enough to call it or to go there. */
export function Office({ id, place }: Props) {
  const language = usePageLanguage()
  const service = useRemote(['service', id, language], (signal) => getService(id, language, signal))
  return (
    <RemoteView remote={service}>
      {(found) => (
        <div className="door">
          <h3>
            <Link href={`/services/${found.id}`}>
              <LocalText text={found.name} />
            </Link>
          </h3>
          <OfficeFacts service={found} place={place} />
        </div>
      )}
    </RemoteView>
  )
}

function OfficeFacts({ service, place }: { service: Service; place: string }) {
  const there = service.serviceDoors.filter(({ municipalityCode }) => municipalityCode === place)
  const doors = there.length > 0 ? there : service.serviceDoors
  const { openingHours: hours, contactPhone } = service
  // What each door has is said with it; a number of the organization is better than none.
  const own = service.phones.length > 0 || doors.some(({ phones }) => phones.length > 0)
  const phones = own || contactPhone === undefined ? service.phones : [contactPhone]
  return (
    <>
      <ServiceTags service={service} />
      {hours && hours.basis !== 'unknown' && <OpeningState hours={hours} byAppointmentOnly={service.access?.byAppointmentOnly} />}
      {hours && <HoursWords words={hours.words} />}
      <Contacts whom={service.name} phones={phones} email={service.email} url={service.url} />
      <NoContact service={service} />
      {doors.map((door) => (
        <DoorFacts key={door.locationId} door={door} withHours={!hasHours(service)} />
      ))}
    </>
  )
}
