// Every check of the page that needs neither a browser nor a server. Each line is one promise; the first broken ones are printed whole.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { missingPlurals } from './plurals.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
process.chdir(root)

const run = (command, ...rest) => {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', command), rest, {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  return status === 0 ? [] : [`${stdout}${stderr}`]
}
const filesIn = (directory, ending) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(directory, file))

/** What a tool writes again must be what is in the tree already. */
const unchanged = (files, again) => {
  const before = files().map((file) => [file, readFileSync(file, 'utf8')])
  const complaints = again()
  return [
    ...complaints,
    ...before.filter(([file, text]) => readFileSync(file, 'utf8') !== text).map(([file]) => `${file} is out of date`),
  ]
}

function openapiTypes() {
  const here = join(root, 'src/api/generated/openapi.ts')
  if (!existsSync(join(root, '../openapi.yaml'))) return ['../openapi.yaml is not there']
  if (!existsSync(here)) return ['src/api/generated/openapi.ts is not there: npm run api']
  const place = mkdtempSync(join(tmpdir(), 'balcao-api-'))
  const complaints = run('openapi-typescript', '../openapi.yaml', '-o', join(place, 'openapi.ts'))
  if (complaints.length === 0 && readFileSync(join(place, 'openapi.ts'), 'utf8') !== readFileSync(here, 'utf8'))
    complaints.push('src/api/generated/openapi.ts is out of date: npm run api')
  rmSync(place, { recursive: true })
  return complaints
}

const kB = (bytes) => Math.round(bytes / 102.4) / 10

/** What a fresh visit fetches before it is idle, packed as it travels. */
function firstLoad() {
  const complaints = []
  for (const language of readdirSync(dist).filter((name) => existsSync(join(dist, name, 'index.html')))) {
    const html = readFileSync(join(dist, language, 'index.html'), 'utf8')
    const scripts = [...html.matchAll(/<(?:script type="module" src|link rel="modulepreload" href)="([^"]+)"/g)].map(
      ([, file]) => file,
    )
    const script = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
    const style = gzipSync(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '').length
    const document = gzipSync(html.replace(/<style>[\s\S]*?<\/style>/, '')).length
    console.log(
      `      ${language}: script ${kB(script)} kB of 60 (aim 45), style ${kB(style)} kB of 12 (aim 8), document without style ${kB(document)} kB of 8`,
    )
    if (script > 60 * 1024) complaints.push(`${language}: script ${kB(script)} kB`)
    if (style > 12 * 1024) complaints.push(`${language}: style ${kB(style)} kB`)
    if (document > 8 * 1024) complaints.push(`${language}: document ${kB(document)} kB`)
  }
  for (const file of filesIn(join(dist, 'assets'), '.js')) {
    const size = gzipSync(readFileSync(file)).length
    if (size > 20 * 1024 && !file.includes('/index-')) complaints.push(`${file}: ${kB(size)} kB, a page or catalogue may have 20`)
  }
  return complaints
}

/** Links may leave; nothing that a browser fetches by itself may. */
function loadsFromElsewhere() {
  const complaints = []
  for (const file of filesIn(dist, '.html')) {
    const html = readFileSync(file, 'utf8')
    for (const [tag] of html.matchAll(
      /<(?:link|script|img|iframe|source|video|audio|use|image|object|embed)\b[^>]*(?:src|href|data)="(?:https?:)?\/\/[^>]*>/g,
    ))
      complaints.push(`${file}: ${tag}`)
    for (const [url] of html.matchAll(/(?:@import|url\()\s*["']?(?:https?:)?\/\/[^)]*/g)) complaints.push(`${file}: ${url}`)
  }
  for (const file of filesIn(dist, '.js')) {
    for (const [call] of readFileSync(file, 'utf8').matchAll(
      /(?:fetch|import|importScripts|WebSocket|EventSource)\(\s*["'`](?:https?:|wss?:)?\/\/[^)]*/g,
    ))
      complaints.push(`${file}: ${call}`)
  }
  return complaints
}

const lockWithoutAddresses = () =>
  /"resolved":/.test(readFileSync('package-lock.json', 'utf8')) ? ['package-lock.json names download addresses'] : []
const catalogues = () => filesIn('src/locales', '.po')

const CHECKS = {
  'the types of the API are those of openapi.yaml': openapiTypes,
  'the types fit': () => [...run('tsc', '-p', 'tsconfig.json'), ...run('tsc', '-p', 'tsconfig.sw.json')],
  'the code is formatted': () => run('biome', 'format', '.'),
  'the code keeps the rules (oxlint)': () => run('oxlint', '--deny-warnings'),
  'every text can be translated, every layer keeps to itself (eslint)': () => run('eslint', 'src', '--max-warnings', '0'),
  'the style is the same from right to left (stylelint)': () => run('stylelint', 'src/**/*.css'),
  'the catalogues hold the texts of the code': () => unchanged(catalogues, () => run('lingui', 'extract', '--clean')),
  'every text is there in every language': () => {
    const compiled = () => filesIn('src/locales', '.mjs')
    const complaints = run('lingui', 'compile', '--strict')
    for (const file of compiled()) rmSync(file)
    return complaints
  },
  'every language has all its plurals': () => catalogues().flatMap(missingPlurals),
  'nothing is left over (knip)': () => run('knip', '--no-config-hints'),
  'the lock file names no download addresses': lockWithoutAddresses,
  'the documents are valid HTML': () => run('html-validate', 'dist/**/*.html'),
  'nothing is loaded from another host': loadsFromElsewhere,
  'the first load is small': firstLoad,
}

if (!existsSync(join(dist, 'pt/index.html'))) {
  console.error('dist/ is not there: npm run build')
  process.exit(1)
}
let broken = 0
for (const [promise, check] of Object.entries(CHECKS)) {
  const complaints = check()
  console.log(`${complaints.length === 0 ? 'ok   ' : 'FAIL '} ${promise}`)
  for (const complaint of complaints.slice(0, 20)) console.log(complaint.trimEnd().replace(/^/gm, '      '))
  if (complaints.length > 0) broken++
}
console.log(`${Object.keys(CHECKS).length - broken} passed, ${broken} failed`)
process.exitCode = broken === 0 ? 0 : 1
