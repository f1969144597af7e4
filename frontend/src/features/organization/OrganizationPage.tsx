import { Trans, useLingui } from '@lingui/react/macro'
import type { QueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { getOrganization } from '../../api/organizations'
import type { PageLanguage } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Organization } from '../../model/directory'
import type { Visit } from '../../model/visit'
import { LocalText } from '../../ui/local-text/LocalText'
import { Page } from '../../ui/page/Page'
import { PrintButton, ShareButton } from '../../ui/share-button/ShareButton'
import { Contacts } from '../shared/Contacts'
import { Provenance } from '../shared/Provenance'
import { RecordView } from '../shared/RecordView'
import { Section } from '../shared/Section'
import { ServiceList } from '../shared/ServiceList'
import { prefetch, type Question, useRemote } from '../shared/useRemote'

const organizationOf = (id: string, language: PageLanguage): Question<Organization> => ({
  key: ['organization', id, language],
  ask: (signal) => getOrganization(id, language, signal),
})

export const askAhead = ({ params, language }: Visit, queries: QueryClient) =>
  prefetch(organizationOf(params['id'] ?? '', language), queries)

export default function OrganizationPage() {
  const { id = '' } = useParams<{ id: string }>()
  const language = usePageLanguage()
  const { key, ask } = organizationOf(id, language)
  const organization = useRemote(key, ask)
  return (
    <RecordView remote={organization} at="organizations" idOf={(found) => found.id}>
      {(found) => <OrganizationView organization={found} />}
    </RecordView>
  )
}

export function OrganizationView({ organization }: { organization: Organization }) {
  const { t } = useLingui()
  return (
    <Page
      title={organization.name.value}
      heading={<LocalText text={organization.name} />}
      lead={organization.description && <LocalText text={organization.description} as="p" tag />}
    >
      {organization.parent && (
        <p>
          <Trans>Faz parte de:</Trans>{' '}
          <Link href={`/organizations/${organization.parent.id}`}>
            <LocalText text={organization.parent.name} />
          </Link>
        </p>
      )}
      <Contacts whom={organization.name} phones={organization.phones} email={organization.email} url={organization.url} />
      <ServiceList title={t`O que faz`} services={organization.services} withOrganization={false} />
      {organization.locations.length > 0 && (
        <Section title={t`Onde está`}>
          <ul className="record-list">
            {organization.locations.map((location) => (
              <li key={location.id}>
                <Link href={`/locations/${location.id}`}>
                  <LocalText text={location.name} />
                </Link>
                {location.municipality !== undefined && <bdi lang="pt"> · {location.municipality}</bdi>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className="record-actions">
        <ShareButton title={organization.name.value} />
        <PrintButton />
      </div>
      <Provenance record={organization.id} sources={organization.sources} confidence={organization.confidence} />
    </Page>
  )
}
