import { Trans, useLingui } from '@lingui/react/macro'
import { languageName } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Service } from '../../model/directory'
import { LocalText } from '../../ui/local-text/LocalText'
import { Section } from '../shared/Section'

export function Languages({ service }: { service: Service }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const { languages, interpretation, interpreter } = service
  if (languages.length === 0 && interpretation === undefined && interpreter === undefined) return null
  return (
    <Section title={t`Línguas`}>
      {languages.length > 0 && <p>{languages.map((code) => languageName(language, code)).join(', ')}</p>}
      {interpretation ? (
        <LocalText text={interpretation} as="p" tag={interpretation.origin === 'machine'} />
      ) : interpreter === true ? (
        <p>
          <Trans>Pode pedir um intérprete.</Trans>
        </p>
      ) : interpreter === false ? (
        <p>
          <Trans>Não há intérprete.</Trans>
        </p>
      ) : null}
    </Section>
  )
}
