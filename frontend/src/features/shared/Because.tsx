import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { dirOf } from '../../i18n/languages'
import { languageName } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Reason } from '../../model/search'
import { otherNameFor } from './synonyms'

/** Why a service was found, in one line: what it is for, where, and the words it has, marked. */
export function Because({ reasons }: { reasons: Reason[] }) {
  const page = usePageLanguage()
  const { t } = useLingui()
  const said = reasons.map((reason): ReactNode => {
    if (reason.kind === 'nationwide') return t`todo o país`
    if (reason.kind === 'spoken' && reason.code) return languageName(page, reason.code)
    if (reason.kind === 'synonym') return otherNameFor(page, reason.name)
    return reason.kind === 'word' ? undefined : reason.name
  })
  const words = reasons.filter(({ kind, text, marks }) => kind === 'word' && text !== undefined && marks.length > 0)
  const quoted = words.find(({ language }) => (language ?? 'pt') === page)
  if (words.length > 0 && quoted === undefined) said.push(t`palavras do seu texto`)
  const shown = said.filter((each) => each !== undefined)
  if (shown.length === 0 && quoted === undefined) return null
  return (
    <p className="item-because">
      <span>
        <Trans>Encontrado por:</Trans>{' '}
      </span>
      {shown.map((each, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          <bdi>{each}</bdi>
        </span>
      ))}
      {quoted && (
        <>
          {shown.length > 0 && ' · '}
          <bdi lang={page} dir={dirOf(page)}>
            «{marked(quoted)}»
          </bdi>
        </>
      )}
    </p>
  )
}

function marked({ text = '', marks }: Reason): ReactNode[] {
  const parts: ReactNode[] = []
  let at = 0
  for (const [start, end] of marks) {
    if (start < at || end > text.length) continue
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  parts.push(text.slice(at))
  return parts
}
