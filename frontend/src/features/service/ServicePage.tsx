import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useParams } from 'wouter'
import type { QueryClient } from '@tanstack/react-query'
import { getService } from '../../api/services'
import type { PageLanguage } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Freshness, Service } from '../../model/directory'
import { isSensitive } from '../../model/sensitive'
import type { Visit } from '../../model/visit'
import { linkButton } from '../../ui/button/Button'
import { Sensitive } from '../../ui/leave/Sensitive'
import { Explained } from '../../ui/explained/Explained'
import { LocalText } from '../../ui/local-text/LocalText'
import { Notice } from '../../ui/notice/Notice'
import { HoursWords } from '../../ui/opening/HoursWords'
import { OpeningState } from '../../ui/opening/OpeningState'
import { OpeningWeek } from '../../ui/opening/OpeningWeek'
import { Page } from '../../ui/page/Page'
import { PrintButton } from '../../ui/share-button/ShareButton'
import { Contacts } from '../shared/Contacts'
import { Doors } from '../shared/Doors'
import { LocalOffices, mayHaveOffices } from '../shared/LocalOffices'
import { NoContact } from '../shared/NoContact'
import { Provenance } from '../shared/Provenance'
import { RecordView } from '../shared/RecordView'
import { Section } from '../shared/Section'
import { ServiceTags } from '../shared/ServiceItem'
import { prefetch, type Question, useRemote } from '../shared/useRemote'
import { AskOrSend } from './AskOrSend'
import { ForWhom } from './ForWhom'
import { HowToGetIn } from './HowToGetIn'
import { Languages } from './Languages'
import { hasMoney, Money } from './Money'
import { ServiceBar } from './ServiceBar'

const serviceOf = (id: string, language: PageLanguage): Question<Service> => ({
  key: ['service', id, language],
  ask: (signal) => getService(id, language, signal),
})

export const askAhead = ({ params, language }: Visit, queries: QueryClient) =>
  prefetch(serviceOf(params['id'] ?? '', language), queries)

export default function ServicePage() {
  const { id = '' } = useParams<{ id: string }>()
  const language = usePageLanguage()
  const { key, ask } = serviceOf(id, language)
  const service = useRemote(key, ask)
  return (
    <RecordView remote={service} at="services" idOf={(found) => found.id}>
      {(found) => <ServiceView service={found} />}
    </RecordView>
  )
}

/** Everything a person needs before going, in the order in which they need it: call, when, what, how, where. */
export function ServiceView({ service }: { service: Service }) {
  const { t } = useLingui()
  const hours = service.openingHours
  const offered = service.standing === 'active'
  const sensitive = service.needs.some(({ code }) => isSensitive(code))
  return (
    <Page
      title={service.name.value}
      discreet={sensitive}
      heading={<LocalText text={service.name} />}
      lead={
        <>
          {service.sourceName && (
            <p lang="pt" dir="ltr" className="source-name">
              {service.sourceName}
            </p>
          )}
          {service.organization && (
            <p>
              <Link href={`/organizations/${service.organization.id}`}>
                <LocalText text={service.organization.name} />
              </Link>
            </p>
          )}
        </>
      }
    >
      {sensitive && <Sensitive />}
      <Standing service={service} />
      <ServiceTags service={service} />
      <ServiceBar service={service} />
      {offered && hours && hours.basis !== 'unknown' && (
        <OpeningState hours={hours} byAppointmentOnly={service.access?.byAppointmentOnly} />
      )}
      {service.phones.length === 0 && <NearestPhones service={service} />}
      <Contacts whom={service.name} phones={service.phones} email={service.email} url={service.url} more={service.moreUrls} />
      <NoContact service={service} />
      {offered && mayHaveOffices(service) && <LocalOffices service={service} title={t`Gabinetes locais`} />}
      {offered && <AskOrSend service={service} />}
      {service.description && (
        <Section title={t`O que é`}>
          <Explained text={service.description} tag />
        </Section>
      )}
      <HowToGetIn service={service} />
      <ForWhom service={service} />
      {service.documents.length > 0 && (
        <Section title={t`O que levar`}>
          <ul className="record-list">
            {service.documents.map((document) => (
              <li key={document.name}>
                <bdi>{document.url ? <a href={document.url}>{document.name}</a> : document.name}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {hasMoney(service) && (
        <Section title={t`Quanto custa`}>
          <Money service={service} />
        </Section>
      )}
      {hours && offered && (hours.basis === 'schedule' || hours.words.length > 0) && (
        <Section title={t`Horário`}>
          <OpeningWeek hours={hours} />
          <HoursWords words={hours.words} />
        </Section>
      )}
      <Languages service={service} />
      <Doors service={service} />
      <div className="record-actions">
        <PrintButton />
        <Link href={`/correct/${service.id}`} className={linkButton('quiet')}>
          <Trans>Dizer o que está errado</Trans>
        </Link>
      </div>
      <Provenance
        record={service.id}
        sources={service.sources}
        confidence={service.confidence}
        assuredDate={service.assuredDate}
        sourcesAsOf={service.sourcesAsOf}
        lastModified={service.lastModified}
      />
    </Page>
  )
}

const LONG_UNCONFIRMED: ReadonlySet<Freshness> = new Set(['stale', 'hidden'])

/** What must be known before anything else: that the service is gone, or that nobody has confirmed it. */
function Standing({ service }: { service: Service }) {
  const { t } = useLingui()
  return (
    <>
      {service.standing === 'gone' && (
        <Notice tone="bad" title={t`Este serviço já não existe`}>
          <p>
            <Trans>Fica aqui só como registo: não se desloque.</Trans>
          </p>
        </Notice>
      )}
      {service.standing === 'paused' && <Notice tone="bad" title={t`Este serviço está fechado por agora`} />}
      {service.standing === 'active' && service.confidence !== 'low' && LONG_UNCONFIRMED.has(service.freshness) && (
        <Notice tone="warn" title={t`Há muito tempo que ninguém confirma esta informação`}>
          <p>
            <Trans>Ligue ou escreva antes de ir.</Trans>
          </p>
        </Notice>
      )}
      {service.standing === 'active' && service.confidence === 'low' && (
        <Notice tone="warn" title={t`Não confirmado`}>
          <p>
            <Trans>Ligue ou escreva antes de ir.</Trans>
          </p>
        </Notice>
      )}
      {service.alert && (
        <Notice tone="warn">
          <p>
            <LocalText text={service.alert} />
          </p>
        </Notice>
      )}
    </>
  )
}

/** A service without a number of its own is asked for where its organization answers, and that is said. */
function NearestPhones({ service }: { service: Service }) {
  const { contactPhone, organizationContact } = service
  const theirs = organizationContact?.phones ?? []
  const phones = theirs.length > 0 ? theirs : contactPhone ? [contactPhone] : []
  if (phones.length === 0) return null
  const at = theirs.length > 0 ? 'organization' : contactPhone?.of
  return (
    <div className="nearest-phones">
      {at === 'organization' && (
        <p>
          <Trans>Telefone da organização</Trans>
        </p>
      )}
      {at === 'location' && (
        <p>
          <Trans>Telefone do local</Trans>
        </p>
      )}
      <Contacts whom={at === 'organization' && service.organization ? service.organization.name : service.name} phones={phones} />
    </div>
  )
}
