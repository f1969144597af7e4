import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

interface IconSet {
  icons: Record<string, { body: string }>
}

const ID = 'virtual:icons'

/** Takes the drawings named in src/ui/icon/icons.json out of the Tabler set, so that only those reach a phone. */
export function icons(): Plugin {
  const names = new URL('../src/ui/icon/icons.json', import.meta.url)
  const set = new URL('../node_modules/@iconify-json/tabler/icons.json', import.meta.url)
  return {
    name: 'balcao-icons',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined
      const tabler = JSON.parse(readFileSync(set, 'utf8')) as IconSet
      const wanted = JSON.parse(readFileSync(names, 'utf8')) as Record<string, string>
      const drawings = Object.entries(wanted).map(([ours, theirs]) => {
        const icon = tabler.icons[theirs]
        if (!icon) throw new Error(`src/ui/icon/icons.json: Tabler has no icon "${theirs}"`)
        // The wrapper group says the same of every outline icon; the component says it once.
        const body = icon.body
          .replace(/^<g[^>]*>|<\/g>$/g, '')
          .replace(/ (fill="none"|stroke="currentColor"|stroke-(linecap|linejoin)="round"|stroke-width="2")/g, '')
        return [ours, body]
      })
      return `export default ${JSON.stringify(Object.fromEntries(drawings))}`
    },
  }
}
