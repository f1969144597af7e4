import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { Service, ServiceDoor } from '../../model/directory'
import { Details } from '../../ui/Details'
import { Icon } from '../../ui/Icon'
import { LocalText } from '../../ui/LocalText'
import { OpeningState } from '../../ui/opening/OpeningState'
import { OpeningWeek } from '../../ui/opening/OpeningWeek'
import { Out } from '../../ui/Out'
import { Contacts } from './Contacts'
import { directionsTo } from './directions'
import { Section } from './Section'

/** Where a service is given: its doors, and the part of the country it is for. */
export function Doors({ service }: { service: Service }) {
  const { t } = useLingui()
  const doors = service.serviceDoors
  const areas = service.nationwide ? [] : service.areas
  if (doors.length === 0 && areas.length === 0 && !service.nationwide) return null
  return (
    <Section title={t`Onde`}>
      {service.nationwide && (
        <p>
          <Trans>Para todo o país</Trans>
        </p>
      )}
      {areas.length > 0 && (
        <p>
          <Trans>Serve quem está em:</Trans>{' '}
          {areas.map((area, index) => (
            <span key={area.name}>
              {index > 0 && ', '}
              {area.placeCode ? (
                <Link href={`/places/${area.placeCode}`}>
                  <bdi lang="pt">{area.name}</bdi>
                </Link>
              ) : (
                <bdi lang="pt">{area.name}</bdi>
              )}
            </span>
          ))}
        </p>
      )}
      <ul className="doors">
        {doors.map((door) => (
          <li key={door.locationId} className="door">
            <h3>
              <Link href={`/locations/${door.locationId}`}>
                <LocalText text={door.name} />
              </Link>
            </h3>
            <DoorFacts door={door} withHours={service.standing === 'active' && service.openingHours === undefined} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Address, way there, hours and contacts of one door, as far as they may be shown. */
export function DoorFacts({ door, withHours }: { door: ServiceDoor; withHours: boolean }) {
  const { t } = useLingui()
  const directions = directionsTo(door)
  const hours = withHours ? door.openingHours : undefined
  return (
    <>
      <DoorAddress door={door} />
      {directions !== undefined && (
        <p>
          <Out className="contact" href={directions}>
            <Icon name="directions" />
            <Trans>Como chegar</Trans>
          </Out>
        </p>
      )}
      {hours && hours.basis !== 'unknown' && (
        <>
          <OpeningState hours={hours} />
          {hours.basis === 'schedule' && (
            <Details summary={t`Horário`}>
              <OpeningWeek hours={hours} />
            </Details>
          )}
        </>
      )}
      <Contacts phones={door.phones} email={door.email} />
      {door.transportation !== undefined && <p dir="auto">{door.transportation}</p>}
      {door.accessibility.length > 0 && (
        <ul className="record-list">
          {door.accessibility.map((each) => (
            <li key={each} dir="auto">
              {each}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function DoorAddress({ door }: { door: ServiceDoor }) {
  const town = door.municipality ?? door.city
  switch (door.visibility) {
    case 'hidden':
      return (
        <p>
          <Trans>A morada não é pública, para proteger quem lá está. Ligue para saber como chegar.</Trans>
        </p>
      )
    case 'partial':
      return (
        <p>
          {town !== undefined && <bdi lang="pt">{town}. </bdi>}
          <Trans>A morada certa é dada pelo telefone.</Trans>
        </p>
      )
    case 'full':
      if (door.address === undefined || door.address.lines.length === 0) {
        return town === undefined ? null : (
          <p>
            <bdi lang="pt">{town}</bdi>
          </p>
        )
      }
      return (
        <address lang="pt" dir="ltr" className="address">
          {door.address.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
          <span>{[door.address.postalCode, door.address.city ?? door.address.municipality].filter(Boolean).join(' ')}</span>
        </address>
      )
  }
}
