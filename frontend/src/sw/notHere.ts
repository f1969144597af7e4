/** Our words for a language that is not on the device, put into the worker by the build. */
export interface NotHereWords {
  title: string
  text: string
  again: string
}

export interface Language {
  code: string
  name: string
  dir: 'ltr' | 'rtl'
}

interface Question {
  /** The address that was asked, from the language on. */
  path: string
  asked: Language
  /** The languages that are on the device. */
  kept: Language[]
  all: readonly Language[]
  words: Record<string, NotHereWords>
  /** The style of the page, as the build wrote it. */
  style: string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * A document that says, in the language that was asked, in one that is kept, in Portuguese and in English, that the first is not on this device,
 * and leads to the same page in those that are.
 */
export function notHerePage({ path, asked, kept, all, words, style }: Question): string {
  const rest = path.slice(asked.code.length + 1)
  const told = [asked.code, kept[0]?.code, 'pt', 'en'].filter((code) => code !== undefined && words[code])
  const said = [...new Set(told)].flatMap((code) => {
    const language = all.find((each) => each.code === code)
    const own = words[code ?? '']
    return language && own ? [{ ...language, ...own }] : []
  })
  const first = words[asked.code]
  return `<!DOCTYPE html>
<html lang="${asked.code}" dir="${asked.dir}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${escaped(first?.title ?? 'Balcão')}</title>
    <style>${style}</style>
  </head>
  <body>
    <main class="wide page">
      <h1>${escaped(first?.title ?? 'Balcão')}</h1>
      ${said.map(({ code, dir, text }) => `<p lang="${code}" dir="${dir}">${escaped(text)}</p>`).join('\n      ')}
      <ul class="choose">
        ${kept.map(({ code, name, dir }) => `<li><a class="button button-second" href="${escaped(`/${code}${rest}`)}" hreflang="${code}" lang="${code}" dir="${dir}"><strong>${name}</strong></a></li>`).join('\n        ')}
      </ul>
      <p><a class="button button-quiet" href="${escaped(path)}">${escaped(first?.again ?? '↻')}</a></p>
    </main>
  </body>
</html>
`
}
