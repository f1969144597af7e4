import { dirOf } from '../../i18n/languages'

/** Numbers with spaces or signs within: in a line from right to left their groups would stand in the wrong order. */
const NUMBERS = /\+?\d[\d\s\u00a0.,:/–-]*\d\+?|\+\d+|\d+\+/g

/** A text as it is shown in a line of its language: in one from right to left each number keeps its order, and is copied as it is. */
export function Running({ text, language }: { text: string; language: string }) {
  if (dirOf(language) === 'ltr') return <>{text}</>
  const parts: (string | { number: string })[] = []
  let at = 0
  for (const match of text.matchAll(NUMBERS)) {
    if (match.index > at) parts.push(text.slice(at, match.index))
    parts.push({ number: match[0] })
    at = match.index + match[0].length
  }
  parts.push(text.slice(at))
  return (
    <>
      {parts.map((part, index) =>
        typeof part === 'string' ? (
          part
        ) : (
          <bdi key={index} dir="ltr">
            {part.number}
          </bdi>
        ),
      )}
    </>
  )
}
