// Builds the page: types, bundle, one entry page and one shell per language, service worker, hashes for the CSP.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { chooser, document, exit, opened, webManifest } from './documents.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const drawn = join(root, 'node_modules/.balcao-prerender')
process.chdir(root)
process.env.NODE_ENV = 'production'

for (const project of ['tsconfig.json', 'tsconfig.sw.json']) {
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], { stdio: 'inherit' })
}
await build({ logLevel: 'warn' })
await build({
  logLevel: 'warn',
  build: { ssr: 'src/app/prerender.tsx', outDir: drawn, emptyOutDir: true, manifest: false, copyPublicDir: false },
  ssr: { noExternal: true },
})

const read = (file) => readFileSync(join(dist, file), 'utf8')
const write = (file, text) => {
  mkdirSync(dirname(join(dist, file)), { recursive: true })
  writeFileSync(join(dist, file), text)
}
const sha256 = (text, encoding) => createHash('sha256').update(text).digest(encoding)

const manifest = JSON.parse(read('.vite/manifest.json'))
const closure = (key, found = new Set()) => {
  if (!found.has(key)) {
    found.add(key)
    for (const each of manifest[key].imports ?? []) closure(each, found)
  }
  return found
}
const addressOf = (key) => `/${manifest[key].file}`
const scriptsOf = (...keys) => [...new Set(keys.flatMap((key) => [...closure(key)]))].map(addressOf)
const entry = addressOf('index.html')
const textsOf = (code, part) => `src/locales/${code}.po?${part}`
const styleFile = Object.values(manifest)
  .map(({ file }) => file)
  .find((file) => file.endsWith('.css'))
const style = read(styleFile).trim()

const { ANY_RECORD, EXIT, EXIT_PAGE, LANGUAGES, prerender } = await import(pathToFileURL(join(drawn, 'prerender.js')).href)
const pages = []
for (const { code } of LANGUAGES) pages.push(await prerender(code))

// The module of each page, as the routes name it.
const modules = new Map(
  [
    ...readFileSync(join(root, 'src/app/routes.tsx'), 'utf8').matchAll(
      /path: '([^']+)', load: \(\) => import\('\.\.\/([^']+)'\)/g,
    ),
  ].map(([, path, module]) => [path, `src/${module}.tsx`]),
)
/** How a page begins that has no address of its own for everything it may show: `/services/:id` is `services-record`. */
const nameOf = (path) => path.slice(1).replace(/:\w+/g, 'record').replaceAll('/', '-')
/** What a page asks first is known to whoever knows its record or its filters: the server. */
const isKnownLater = (path) => path.includes(':') || path === '/services'

for (const page of pages) {
  const preload = (...keys) => scriptsOf('index.html', textsOf(page.code, 'first'), ...keys).filter((file) => file !== entry)
  const begin = (name, rest) => write(`${page.code}/${name}.html`, document({ ...page, entry, style, ...rest }))
  begin('index', { body: page.home, at: `/${page.code}/`, preload: preload(modules.get('/')) })
  begin('shell', { title: 'Balcão', body: page.shell, preload: preload(textsOf(page.code, 'rest')) })
  for (const { path, body, asks } of page.beginnings)
    begin(nameOf(path), {
      title: 'Balcão',
      body: isKnownLater(path) ? opened(body, page.waiting) : body,
      asks: isKnownLater(path) ? [] : asks,
      preload: preload(textsOf(page.code, 'rest'), modules.get(path)),
    })
  write(`manifest-${page.code}.webmanifest`, webManifest(page))
}
// For the server: which addresses there are within a language, how they begin, and what they ask first (`record` is any record's id).
const beginningOf = (path) => pages.map((page) => [page.code, page.beginnings.find((each) => each.path === path)])
write(
  'pages.json',
  `${JSON.stringify({
    record: ANY_RECORD,
    pages: [...modules.keys()].slice(1).map((path) => ({
      path: path.slice(1),
      ...(beginningOf(path)[0][1] && { document: nameOf(path) }),
      ...(isKnownLater(path) && { asks: Object.fromEntries(beginningOf(path).map(([code, each]) => [code, each?.asks ?? []])) }),
    })),
  })}\n`,
)
// What a page may cost on a slow network: what every page loads, compressed, and the scripts that one page waits for.
const LARGEST_FIRST_SCRIPT = 45_000
const MOST_SCRIPTS = 8
const first = gzipSync(read(entry.slice(1)), { level: 9 }).length
if (first > LARGEST_FIRST_SCRIPT) throw new Error(`The first script has ${first} bytes, and may have ${LARGEST_FIRST_SCRIPT}`)
for (const [path, module] of modules) {
  const { length } = scriptsOf('index.html', textsOf('pt', 'first'), textsOf('pt', 'rest'), module)
  if (!path.startsWith('/desk') && length > MOST_SCRIPTS)
    throw new Error(`${path} waits for ${length} scripts, and may for ${MOST_SCRIPTS}: see build/chunkGroups.ts`)
}

write('index.html', chooser({ pages, style }))
write(EXIT_PAGE.slice(1), exit(EXIT))
write('csp.json', `${JSON.stringify({ script: [], style: [`sha256-${sha256(style, 'base64')}`] })}\n`)

// What a device keeps at once is the public's: what only the pages of the desk load stays on the network.
const reached = (key, skip, found = new Set()) => {
  if (!found.has(key) && !skip(key)) {
    found.add(key)
    for (const each of [...(manifest[key].imports ?? []), ...(manifest[key].dynamicImports ?? [])]) reached(each, skip, found)
  }
  return found
}
const everybodys = new Set([...reached('index.html', (key) => key.startsWith('src/features/desk/'))].map(addressOf))
const ofTheDesk = new Set([...reached('index.html', () => false)].map(addressOf).filter((file) => !everybodys.has(file)))
if (ofTheDesk.size === 0) throw new Error('The scripts of the desk were not found')

const scripts = readdirSync(join(dist, 'assets'))
  .filter((file) => file.endsWith('.js'))
  .map((file) => `/assets/${file}`)
const texts = Object.fromEntries(
  pages.map(({ code }) => [
    code,
    [...['first', 'rest'].map((part) => textsOf(code, part)), `src/glossary/${code}.json`].map(addressOf),
  ]),
)
const ofOneLanguage = new Set(Object.values(texts).flat())
const files = [...scripts.filter((file) => !ofOneLanguage.has(file) && !ofTheDesk.has(file)), '/icon.svg']
const notHere = Object.fromEntries(pages.map((page) => [page.code, page.notHere]))
const documents = pages.flatMap(({ code }) => readdirSync(join(dist, code)).map((name) => `${code}/${name}`))
const version = sha256([...documents.map(read), ...scripts].join('\n'), 'hex').slice(0, 12)
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  define: { __PAGE__: JSON.stringify({ version, files, texts, notHere }) },
  build: {
    emptyOutDir: false,
    outDir: dist,
    target: ['chrome87', 'safari14', 'firefox88'],
    rollupOptions: { input: 'src/sw/sw.ts', output: { format: 'iife', entryFileNames: 'sw.js' } },
  },
})

// For others: a client of the API, and a box to search that any page can hold.
for (const [input, file, format] of [
  ['src/sdk/client.ts', 'client.js', 'es'],
  ['src/embed/embed.ts', 'embed.js', 'iife'],
])
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      emptyOutDir: false,
      outDir: dist,
      target: ['chrome87', 'safari14', 'firefox88'],
      rollupOptions: { input, preserveEntrySignatures: 'strict', output: { format, entryFileNames: file } },
    },
  })

// A script in its smaller form too, for whoever takes it.
for (const name of readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js')))
  writeFileSync(join(dist, 'assets', `${name}.br`), brotliCompressSync(readFileSync(join(dist, 'assets', name))))

// What only the build needed: the style is inside every document.
rmSync(join(dist, styleFile))
rmSync(join(dist, '.vite'), { recursive: true })
rmSync(drawn, { recursive: true })
console.log(`Built ${pages.length} languages into dist/, version ${version}.`)
