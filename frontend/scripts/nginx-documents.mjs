// Prints which document each page of the public begins with, for a static server (nginx/default.conf.template). The backend reads the same list
// (PageAddresses).
import { readFileSync } from 'node:fs'

const { pages } = JSON.parse(readFileSync(new URL('../dist/pages.json', import.meta.url), 'utf8'))
for (const { path, document } of pages) {
  const address = path.replace(/:\w+/g, '[^/]+')
  if (document !== undefined) console.log(`~^/[a-z]+/${address}/?$ ${document};`)
}
