import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { partialDateText } from '../../i18n/formats'
import { dirOf } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { ServiceCard } from '../../model/directory'
import { Card } from '../../ui/card/Card'
import { Icon } from '../../ui/icon/Icon'
import { LocalText } from '../../ui/local-text/LocalText'
import { HoursWords } from '../../ui/opening/HoursWords'
import { OpeningState } from '../../ui/opening/OpeningState'
import { Tag } from '../../ui/tag/Tag'
import { Because } from './Because'
import { PhoneLine } from './Contacts'
import { DistanceWords } from './DistanceWords'
import { MayGet } from './MayGet'
import { NoContact } from './NoContact'
import { hasPlaceWords, PlaceWords } from './PlaceWords'
import './shared.css'

interface Props {
  service: ServiceCard
  headingLevel?: 2 | 3
  /** On the organization's own page its name goes without saying. */
  withOrganization?: boolean
  /** What else there is to it, at the end of its card. */
  children?: ReactNode
}

/** A service in a list: enough to choose it, and to call without opening it. */
export function ServiceItem({ service, headingLevel = 2, withOrganization = true, children }: Props) {
  const Heading = `h${headingLevel}` as const
  const { contactPhone, organization } = service
  return (
    <Card>
      <Heading className="item-name">
        <Link href={`/services/${service.id}`}>
          <LocalText text={service.name} />
        </Link>
      </Heading>
      {withOrganization && organization && organization.name.value !== service.name.value && (
        <p className="item-organization">
          <LocalText text={organization.name} />
        </p>
      )}
      <ServiceTags service={service} />
      <MayGet service={service} />
      {service.description && (
        <p className="item-description" dir={dirOf(service.description.language)}>
          <LocalText text={service.description} />
        </p>
      )}
      <Because reasons={service.because} />
      <Facts service={service} />
      {contactPhone && service.standing === 'active' && (
        <p className="call">
          <PhoneLine phone={contactPhone} whom={service.name} />
        </p>
      )}
      <NoContact service={service} />
      {children}
    </Card>
  )
}

/** When it is open and where it is, as far as that is known: a list of nothing would be read aloud as one. */
function Facts({ service }: { service: ServiceCard }) {
  const hours = service.standing === 'active' ? service.openingHours : undefined
  const state = hours !== undefined && hours.basis !== 'unknown'
  const words = hours !== undefined && !state && hours.words.length > 0
  const place = hasPlaceWords(service)
  if (!state && !words && !place) return null
  return (
    <ul className="item-facts">
      {state && (
        <li>
          <OpeningState hours={hours} />
        </li>
      )}
      {words && (
        <li className="item-fact">
          <Icon name="clock" />
          <HoursWords words={hours.words} />
        </li>
      )}
      {place && (
        <li className="item-fact">
          <Icon name="place" />
          <span>
            <PlaceWords service={service} />
            <DistanceWords service={service} />
          </span>
        </li>
      )}
    </ul>
  )
}

const A_YEAR = 366 * 24 * 60 * 60 * 1000

/** Whether it was checked once, and not for a year; what was never checked says so on its own page. */
const isOld = (checked: string | undefined): boolean => checked !== undefined && Date.now() - Date.parse(checked) > A_YEAR

/** What sets a service apart at a glance. Nothing is said where nothing is known. */
export function ServiceTags({ service }: { service: ServiceCard }) {
  const language = usePageLanguage()
  const confirmed = service.confidence !== 'low'
  const old = isOld(service.assuredDate)
  const ages = !old && service.freshness !== 'fresh'
  if (service.standing === 'active' && confirmed && !old && !ages && service.free !== true && service.interpreter !== true)
    return null
  return (
    <p className="item-tags">
      {service.standing === 'gone' && (
        <Tag tone="bad">
          <Trans>Já não existe</Trans>
        </Tag>
      )}
      {service.standing === 'paused' && (
        <Tag tone="bad">
          <Trans>Fechado por agora</Trans>
        </Tag>
      )}
      {!confirmed && (
        <Tag tone="warn">
          <Trans>Não confirmado</Trans>
        </Tag>
      )}
      {old && (
        <Tag tone="warn">
          <Trans>Verificado há mais de um ano</Trans>
        </Tag>
      )}
      {ages && (
        <Tag tone="warn">
          {service.sourcesAsOf === undefined || service.assuredDate !== undefined ? (
            <Trans>Sem confirmação há mais de meio ano</Trans>
          ) : (
            <Trans>Informação de {partialDateText(language, service.sourcesAsOf)}</Trans>
          )}
        </Tag>
      )}
      {service.free === true && (
        <Tag tone="good">
          <Trans>Grátis</Trans>
        </Tag>
      )}
      {service.interpreter === true && (
        <Tag>
          <Trans>Com intérprete</Trans>
        </Tag>
      )}
    </p>
  )
}
