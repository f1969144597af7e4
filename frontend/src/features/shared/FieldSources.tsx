import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type FieldSource, getFieldSources } from '../../api/fieldSources'
import { dateText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Details } from '../../ui/details/Details'
import { RemoteView } from './RemoteView'
import { useRemote } from './useRemote'

/** Who said which part of a record, and when; asked for by whoever opens it. */
export function FieldSources({ record }: { record: string }) {
  const { t } = useLingui()
  const [opened, setOpened] = useState(false)
  return (
    <Details summary={t`Quem disse cada parte`} onOpen={() => setOpened(true)}>
      {opened && <Said record={record} />}
    </Details>
  )
}

function Said({ record }: { record: string }) {
  const remote = useRemote(['field-sources', record], (signal) => getFieldSources(record, signal))
  return (
    <RemoteView remote={remote}>
      {(found) =>
        found.length === 0 ? (
          <p>
            <Trans>Tudo vem das fontes públicas que aqui se dizem.</Trans>
          </p>
        ) : (
          <Parts sources={found} />
        )
      }
    </RemoteView>
  )
}

/** One line for each part of the page, with what was said of it last. */
function Parts({ sources }: { sources: FieldSource[] }) {
  const language = usePageLanguage()
  const partOf = useParts()
  const parts = new Map<string | undefined, FieldSource>()
  for (const source of sources) {
    const part = partOf(source.field)
    const known = parts.get(part)
    if (known === undefined || known.at < source.at) parts.set(part, source)
  }
  const inOrder = [...parts].sort(([one], [other]) => Number(one === undefined) - Number(other === undefined))
  return (
    <ul>
      {inOrder.map(([part, source]) => (
        <li key={part ?? ''}>
          {part ?? <Trans>O resto</Trans>}: <SaidBy source={source} />, {dateText(language, new Date(source.at))}
        </li>
      ))}
    </ul>
  )
}

/** The part of the page that a field is in; nothing for the rest. */
function useParts(): (field: string) => string | undefined {
  const { t } = useLingui()
  const parts: Record<string, string> = {
    name: t`Nome`,
    description: t`O que é`,
    eligibility_description: t`Para quem é`,
    application_process: t`Como ter acesso`,
    access_modes: t`Como ter acesso`,
    by_appointment_only: t`Como ter acesso`,
    required_documents: t`O que levar`,
    fees_description: t`Quanto custa`,
    cost_options: t`Quanto custa`,
    free: t`Quanto custa`,
    schedules: t`Horário`,
    languages: t`Línguas`,
    phones: t`Contactos`,
    email: t`Contactos`,
    url: t`Contactos`,
    website: t`Contactos`,
    addresses: t`Onde`,
    latitude: t`Onde`,
  }
  return (field) => parts[field]
}

function SaidBy({ source }: { source: FieldSource }) {
  switch (source.saidBy) {
    case 'national_team':
      return <Trans>a equipa nacional</Trans>
    case 'organization':
      return <Trans>quem dá o serviço, aqui</Trans>
    case 'organization_system':
      return <Trans>o sistema de quem dá o serviço</Trans>
    default:
      return <bdi>{source.name ?? <Trans>outra fonte</Trans>}</bdi>
  }
}
