import { Trans, useLingui } from '@lingui/react/macro'
import { dateText, partialDateText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Confidence, Source } from '../../model/directory'
import { Sources } from '../../ui/sources/Sources'
import { FieldSources } from './FieldSources'
import { Section } from './Section'

interface Props {
  /** The id of the record. */
  record: string
  sources: Source[]
  confidence: Confidence
  assuredDate?: string
  /** The date of the newest source, as exact as it is. */
  sourcesAsOf?: string
  lastModified?: string
}

/** How far a listing can be relied on, in words, and where its facts were read. */
export function Provenance({ record, sources, confidence, assuredDate, sourcesAsOf, lastModified }: Props) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const assured = dateOf(assuredDate)
  const modified = dateOf(lastModified)
  return (
    <Section title={t`De onde vem esta informação`}>
      <p>
        <ConfidenceWords confidence={confidence} />
      </p>
      <p>
        {assured ? (
          <Trans>Verificado em {dateText(language, assured)}</Trans>
        ) : (
          <Trans>Ainda ninguém a verificou por telefone.</Trans>
        )}{' '}
        {sourcesAsOf !== undefined && <Trans>A fonte mais recente é de {partialDateText(language, sourcesAsOf)}.</Trans>}
        {sourcesAsOf === undefined && sources.length > 0 && <Trans>As fontes não têm data.</Trans>}
        {modified && sources.length === 0 && (
          <span className="small">
            <Trans>Última alteração: {dateText(language, modified)}</Trans>
          </span>
        )}
      </p>
      {sources.length > 0 && <Sources sources={sources} />}
      <FieldSources record={record} />
    </Section>
  )
}

function ConfidenceWords({ confidence }: { confidence: Confidence }) {
  switch (confidence) {
    case 'high':
      return <Trans>Vem de fontes públicas seguras.</Trans>
    case 'medium':
      return <Trans>Vem de fontes públicas; algum pormenor pode ter mudado.</Trans>
    case 'low':
      return <Trans>Não confirmado: ligue antes de ir.</Trans>
  }
}

function dateOf(value: string | undefined): Date | undefined {
  if (value === undefined) return undefined
  const moment = new Date(value)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}
