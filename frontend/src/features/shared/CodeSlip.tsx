import { dirOf, type PageLanguage } from '../../i18n/languages'
import { Picture } from './Picture'

/** What a slip says, in one language. */
export interface SlipWords {
  language: PageLanguage
  title: string
  keep: string
  /** Before the address where the code is followed. */
  where: string
  /** What the picture is, for who cannot see it. */
  picture: string
}

/** Where a code is followed, without one: the whole address, to be written down. */
export const pageOfRequests = (language: string): string => `${location.origin}/${language}/my-request`

/** The address that the picture leads to: the code stands after the #, which browsers send to nobody. */
const addressOf = (language: string, code: string): string => `${pageOfRequests(language)}#${code}`

interface Props {
  code: string
  /** In each language that somebody who holds the paper reads: the first is that of who gives it, the last that of who takes it along. */
  words: [SlipWords, ...SlipWords[]]
  /** Where the request went; absent if the name would tell why somebody goes there. */
  to?: string
}

/**
 * The code of a request, to be written down, printed, or photographed with another telephone. Of a page that shows one, nothing else is
 * printed: whoever finds the paper sees no name but what stands here.
 */
export function CodeSlip({ code, words, to }: Props) {
  const last = words[words.length - 1] ?? words[0]
  const each = (of: (one: SlipWords) => string) =>
    words.map((one) => (
      <span key={one.language} lang={one.language} dir={dirOf(one.language)} className="block">
        {of(one)}
      </span>
    ))
  return (
    <div className="code-slip">
      <p className="small">{each((one) => one.title)}</p>
      <p className="code" dir="ltr" translate="no">
        {code}
      </p>
      <Picture of={addressOf(last.language, code)} alt={words[0].picture} />
      {to && <p translate="no">{to}</p>}
      <p>{each((one) => one.where)}</p>
      <p className="code-address" dir="ltr" translate="no">
        {pageOfRequests(last.language)}
      </p>
      <p>{each((one) => one.keep)}</p>
    </div>
  )
}
