import { Trans, useLingui } from '@lingui/react/macro'
import { dirOf } from '../../i18n/languages'
import { languageName } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Running } from '../running/Running'

/** A text of the directory, with the language it is really in and how far it can be trusted. */
export interface Text {
  value: string
  language: string
  origin: 'human' | 'machine'
  reviewed: boolean
  /** The source text has changed since it was translated. */
  stale: boolean
}

interface Props {
  text: Text
  /** `bdi` inside a line (the default), `p` for a text of its own: its paragraphs are kept. */
  as?: 'bdi' | 'p'
  /** Also say which language it is in and whether it was translated or checked. */
  tag?: boolean
}

/** A text of the directory, read and laid out in its own language wherever that is not the page's. */
export function LocalText({ text, as = 'bdi', tag = false }: Props) {
  const page = usePageLanguage()
  const lang = text.language === page ? undefined : text.language
  const dir = dirOf(text.language)
  if (as === 'bdi') {
    return (
      <>
        <bdi lang={lang} dir={dir}>
          <Running text={text.value} language={text.language} />
        </bdi>
        {tag && <TextTag text={text} />}
      </>
    )
  }
  return (
    <>
      {text.value.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} lang={lang} dir={dir} className="local">
          <Running text={paragraph} language={text.language} />
        </p>
      ))}
      {tag && <TextTag text={text} />}
    </>
  )
}

/** Where a text comes from, said quietly and only when it is not simply the page's language, written by a person. */
export function TextTag({ text }: { text: Text }) {
  const page = usePageLanguage()
  const { t } = useLingui()
  const said: string[] = []
  if (text.language !== page) {
    const name = languageName(page, text.language)
    said.push(t`texto em: ${name}`)
  }
  if (text.origin === 'machine') said.push(t`escrito por um programa`)
  if (!text.reviewed && text.origin === 'machine') said.push(t`nenhuma pessoa o reviu`)
  else if (!text.reviewed && text.language !== 'pt') said.push(t`tradução por rever`)
  if (text.stale) said.push(t`o original mudou depois desta tradução`)
  if (said.length === 0) return null
  return (
    <span className="text-tag">
      <span className="hidden">
        <Trans>Sobre este texto:</Trans>{' '}
      </span>
      {said.join(' · ')}
    </span>
  )
}
