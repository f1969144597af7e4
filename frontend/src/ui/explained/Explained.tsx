import { Trans } from '@lingui/react/macro'
import { useEffect, useId, useState } from 'react'
import { dirOf } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { TextTag, type Text } from '../local-text/LocalText'
import { Out } from '../out/Out'
import { Running } from '../running/Running'
import { partsOf, type Term } from './terms'

const glossaries = import.meta.glob<{ default: readonly Term[] }>('../../glossary/*.json')
const loaded = new Map<string, Promise<readonly Term[]>>()

/** The words of one language, fetched after the page is there and only once; none where they cannot be had. */
function termsOf(language: string): Promise<readonly Term[]> {
  const known = loaded.get(language)
  if (known) return known
  const load = glossaries[`../../glossary/${language}.json`]
  const terms = load
    ? load().then(
        (module) => module.default,
        () => [],
      )
    : Promise.resolve([])
  loaded.set(language, terms)
  return terms
}

interface Props {
  text: Text
  /** Also say which language it is in and whether it was translated or checked. */
  tag?: boolean
}

/** A text of the directory whose office words can be touched to see what they mean. */
export function Explained({ text, tag = false }: Props) {
  const page = usePageLanguage()
  const [terms, setTerms] = useState<readonly Term[]>([])

  useEffect(() => {
    let left = false
    void termsOf(text.language).then((found) => left || setTerms(found))
    return () => {
      left = true
    }
  }, [text.language])

  const lang = text.language === page ? undefined : text.language
  return (
    <>
      {text.value.split(/\n{2,}/).map((paragraph) => (
        <Paragraph key={paragraph} paragraph={paragraph} terms={terms} language={text.language} lang={lang} />
      ))}
      {tag && <TextTag text={text} />}
    </>
  )
}

interface ParagraphProps {
  paragraph: string
  terms: readonly Term[]
  language: string
  lang: string | undefined
}

function Paragraph({ paragraph, terms, language, lang }: ParagraphProps) {
  const id = useId()
  const [open, setOpen] = useState<Term>()
  return (
    <>
      <p lang={lang} dir={dirOf(language)} className="local">
        {partsOf(paragraph, terms, language).map((part, at) =>
          typeof part === 'string' ? (
            <Running key={at} text={part} language={language} />
          ) : (
            <button
              key={at}
              type="button"
              className="term"
              aria-expanded={open === part.term}
              aria-controls={id}
              onClick={() => setOpen(open === part.term ? undefined : part.term)}
            >
              {part.written}
            </button>
          ),
        )}
      </p>
      <div id={id} role="status">
        {open && (
          <p lang={lang} dir={dirOf(language)} className="term-said">
            <Running text={open.text} language={language} />{' '}
            {open.source && (
              <Out className="small" href={open.source}>
                <Trans>Fonte</Trans> <bdi dir="ltr">{open.sourceDate ?? open.seenOn}</bdi>
              </Out>
            )}
          </p>
        )}
      </div>
    </>
  )
}
