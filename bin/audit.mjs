#!/usr/bin/env node
// Lists what the program and the page are built from, with versions and dates, compares it with audit/advisories.json, and asks npm for its
// advisories where the registry answers. Ends with 1 if something is used that an advisory is about and nothing answers it.
// usage: bin/audit   (after make build)
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const top = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (path) => readFileSync(join(top, path), 'utf8')
const run = (program, args, options = {}) => spawnSync(program, args, { cwd: top, encoding: 'utf8', maxBuffer: 1 << 26, ...options })

const program = read('backend/target/quarkus-app/quarkus-app-dependencies.txt').trim().split('\n').map((line) => {
  const [group, name, , , version] = line.split(':')
  return { name: `${group}:${name}`, version, file: `${group}.${name}-${version}.jar` }
})
const java = run('bin/jdk', []).stdout.trim()
const built = new Map(
  run(`${java}/bin/java`, ['audit/Built.java', 'backend/target/quarkus-app/lib/main']).stdout.trim().split('\n').map((line) => line.split('\t')),
)
for (const each of program) each.date = built.get(each.file) ?? ''

const lock = JSON.parse(read('frontend/package-lock.json')).packages
const page = Object.entries(lock)
  .filter(([path, { dev }]) => path && !dev)
  .map(([path, { name, version }]) => ({ name: name ?? path.replace(/^.*node_modules\//, ''), version, date: '' }))
for (const name of Object.keys(lock[''].dependencies)) {
  const used = lock[`node_modules/${name}`]
  const real = used.name ?? name
  const times = run('npm', ['view', real, 'time', '--json'], { timeout: 30_000 })
  const each = page.find((one) => one.name === real)
  if (times.status === 0 && each) each.date = (JSON.parse(times.stdout)[used.version] ?? '').slice(0, 10)
}

const numbers = (version) => version.split(/[.-]/).filter((part) => /^\d+$/.test(part)).map(Number)
function compare(a, b) {
  const [left, right] = [numbers(a), numbers(b)]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference) return difference
  }
  return 0
}
const fits = (version, range) =>
  range.split(' ').every((bound) => (bound.startsWith('>=') ? compare(version, bound.slice(2)) >= 0 : compare(version, bound.slice(1)) < 0))

const problems = []
const lines = []
for (const advisory of JSON.parse(read('audit/advisories.json'))) {
  const used = [...program, ...page].filter(({ name }) => advisory.packages.includes(name))
  const hit = used.filter(({ version }) => advisory.affected.some((range) => fits(version, range)))
  const state = hit.length === 0 ? 'not affected' : advisory.answer ? `answered: ${advisory.answer}` : 'AFFECTED'
  lines.push(`${advisory.id}  ${used.map(({ name, version }) => `${name} ${version}`).join(', ') || 'not used'}: ${state}`)
  if (state === 'AFFECTED') problems.push(`${advisory.id}: ${hit.map(({ name, version }) => `${name} ${version}`).join(', ')}: ${advisory.what}`)
}

const asked = run('npm', ['audit', '--omit=dev', '--json'], { cwd: join(top, 'frontend'), timeout: 60_000 })
let npm = {}
try {
  npm = JSON.parse(asked.stdout)
} catch {
  // no answer is told below
}
if (npm.metadata?.vulnerabilities) {
  const { high, critical, total } = npm.metadata.vulnerabilities
  lines.push(`npm audit: ${total} advisories about what the page is built from, ${high + critical} of them high or critical`)
  if (high + critical > 0) problems.push(...Object.values(npm.vulnerabilities).filter(({ severity }) => ['high', 'critical'].includes(severity)).map(({ name, severity }) => `npm: ${name} (${severity})`))
} else {
  lines.push(`npm audit: the registry gives no advisories here (${npm.message ?? (asked.stderr.split('\n')[0] || 'no answer')}); ask where it does before a release`)
}

const table = (rows) => rows.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, version, date }) => `${date.padEnd(10)}  ${name} ${version}`)
const list = ['# in the program', ...table(program), '', '# in the page', ...table(page), ''].join('\n')
writeFileSync(join(top, 'backend/target/versions.txt'), list)

console.log(lines.join('\n'))
const dated = program.filter(({ date }) => date).sort((a, b) => (a.date < b.date ? -1 : 1))
console.log(`${program.length} libraries in the program, ${page.length} in the page, with dates: backend/target/versions.txt`)
if (dated.length) console.log(`oldest in the program: ${dated.slice(0, 5).map(({ name, version, date }) => `${name} ${version} (${date})`).join(', ')}`)
if (problems.length) {
  console.error(`\n${problems.length} to be mended before a release:\n${problems.join('\n')}`)
  process.exit(1)
}
