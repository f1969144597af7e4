import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { Address, Service, ServiceDoor } from '../../model/directory'
import { Details } from '../../ui/details/Details'
import { Icon } from '../../ui/icon/Icon'
import { LocalText } from '../../ui/local-text/LocalText'
import { HoursWords } from '../../ui/opening/HoursWords'
import { OpeningState } from '../../ui/opening/OpeningState'
import { OpeningWeek } from '../../ui/opening/OpeningWeek'
import { Out } from '../../ui/out/Out'
import { Tag } from '../../ui/tag/Tag'
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
      {doors.length > FEW ? (
        <div className="door-districts">
          {byDistrict(doors).map(([district, within]) => (
            <Details key={district} summary={<DistrictWords name={district} count={within.length} />}>
              <DoorList doors={within} service={service} />
            </Details>
          ))}
        </div>
      ) : (
        <DoorList doors={doors} service={service} />
      )}
    </Section>
  )
}

/** More doors than these are folded by district: nobody scrolls past thirty to find their own. */
const FEW = 4

function byDistrict(doors: ServiceDoor[]): [string, ServiceDoor[]][] {
  const groups = new Map<string, ServiceDoor[]>()
  for (const door of doors) {
    const district = door.district ?? ''
    groups.set(district, [...(groups.get(district) ?? []), door])
  }
  return [...groups].sort(([one], [other]) => one.localeCompare(other, 'pt'))
}

function DistrictWords({ name, count }: { name: string; count: number }) {
  return (
    <>
      {name === '' ? <Trans>Outros lugares</Trans> : <bdi lang="pt">{name}</bdi>} ({count})
    </>
  )
}

function DoorList({ doors, service }: { doors: ServiceDoor[]; service: Service }) {
  // a list of nothing would be read aloud as one
  if (doors.length === 0) return null
  return (
    <ul className="doors">
      {doors.map((door) => (
        <li key={door.locationId} className="door">
          <h3>
            <Link href={`/locations/${door.locationId}`}>
              <LocalText text={door.name} />
            </Link>
          </h3>
          {door.confidence === 'low' && (
            <p>
              <Tag tone="warn">
                <Trans>Morada não confirmada: ligue antes de ir</Trans>
              </Tag>
            </p>
          )}
          <DoorFacts door={door} withHours={service.standing === 'active' && !hasHours(service)} />
        </li>
      ))}
    </ul>
  )
}

/** Hours said of the service hold at each of its doors. */
export const hasHours = (service: Service): boolean =>
  service.openingHours !== undefined && (service.openingHours.basis !== 'unknown' || service.openingHours.words.length > 0)

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
      {hours && <HoursWords words={hours.words} />}
      <Contacts whom={door.name} phones={door.phones} email={door.email} />
      {door.transportation !== undefined && <p dir="auto">{door.transportation}</p>}
      {door.accessibility.length > 0 && (
        <ul className="record-list">
          {door.accessibility.map((each) => (
            <li key={each}>
              <bdi>{each}</bdi>
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
        if (town === undefined && !door.approximate) return null
        return (
          <p>
            {town !== undefined && <bdi lang="pt">{town}. </bdi>}
            {door.approximate && <Trans>Sabemos só a zona, não a porta: pergunte antes de ir.</Trans>}
          </p>
        )
      }
      return <StreetAddress address={door.address} />
  }
}

function StreetAddress({ address }: { address: Address }) {
  const town = [address.postalCode, address.city ?? address.municipality].filter(Boolean).join(' ')
  return (
    <address lang="pt" dir="ltr" className="address">
      {address.lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {town !== '' && <span>{town}</span>}
    </address>
  )
}
