#!/usr/bin/env node
// Runs what docker-compose.yml ships, each container by hand (see containers.mjs), behind the TLS proxy of docs/examples, and says what works:
// search, a delivery, dumps, webhook keys, large bodies, refusals as problems, readers told apart, and readiness when the home is not writable.
// usage: bench/compose-proof.mjs [small]   (Linux, root: it makes network namespaces; everything ends with it; small: no long bodies, no drips)
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { builtPage, nginxImage, postgresImage } from './base-images.mjs'
import { compose, Container, network, publish, run } from './containers.mjs'
import { top } from './proof.mjs'
import { provider } from './provider.mjs'

const INSIDE = 'inside'
if (process.argv[2] !== INSIDE) {
  if (process.platform !== 'linux' || process.getuid() !== 0) {
    console.error('The proof makes network namespaces: it runs on Linux, as root.')
    process.exit(1)
  }
  // its own network, mounts and processes: no port is anybody else's, and nothing outlives it
  const own = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', process.execPath, fileURLToPath(import.meta.url), INSIDE, ...process.argv.slice(2)]
  process.exit(spawnSync('unshare', own, { stdio: 'inherit' }).status ?? 1)
}

const SMALL = process.argv.includes('small')
const MEGABYTES = SMALL ? 5 : 200
const COMPOSE = join(top, 'docker-compose.yml')
const NAME = 'balcao.example'
const PUBLIC_ADDRESS = '192.0.2.1'
const LISBON = '198.51.100.7'
const PORTO = '203.0.113.9'
const PROBLEM = 'application/problem+json'
const WORD = 'zqcompose'
/** One invented service, as a line of a delivery. */
const LINE = `${JSON.stringify({ kind: 'service', id: 'one', name: `Serviço ${WORD}`, status: 'active', description: 'Registo inventado.' })}\n`

const results = []
/** Notes whether something holds; what it found is told either way. */
async function holds(claim, look) {
  let found
  let ok = false
  try {
    ;[ok, found] = await look()
  } catch (thrown) {
    found = thrown.message
  }
  results.push({ claim, ok, found: String(found ?? '') })
  console.log(`${ok ? 'yes' : 'NO '}  ${claim}${found === undefined ? '' : `: ${found}`}`)
}

const work = mkdtempSync(join(tmpdir(), 'balcao-compose-'))
chmodSync(work, 0o755)
run('mount', ['-t', 'tmpfs', 'tmpfs', work])
let postgres
let frontend
let backend
try {
  await prove()
} catch (thrown) {
  console.error(thrown)
  results.push({ claim: 'the proof ran to its end', ok: false, found: thrown.message })
}
const failed = results.filter(({ ok }) => !ok)
if (failed.length) {
  for (const container of [postgres, backend, frontend]) console.error(`\n${container?.name} said:\n${container?.said().split('\n').slice(-30).join('\n')}`)
}
console.log(`\n${results.length - failed.length} of ${results.length} hold${failed.length ? `; not: ${failed.map(({ claim }) => claim).join('; ')}` : ''}`)
run('umount', ['-l', work])
rmSync(work, { recursive: true, force: true })
process.exit(failed.length ? 1 : 0)

async function prove() {
  const variables = { POSTGRES_PASSWORD: 'only-for-this-proof', PUBLIC_URL: `https://${NAME}`, SECURITY_CONTACT: 'mailto:security@balcao.example' }
  const gateway = network(compose(COMPOSE, variables))
  const people = await provider(gateway, 8180)
  const { services } = compose(COMPOSE, { ...variables, OIDC_AUTH_SERVER_URL: people.issuer, TRUSTED_PROXIES: gateway })
  postgres = new Container('postgres', services.postgres, work)
  backend = new Container('backend', services.backend, work).build(join(top, 'backend/Dockerfile'), (path) => path.replace('/balcao', top))
  frontend = new Container('frontend', services.frontend, work)
  nginxImage(frontend)
  frontend.build(join(top, 'frontend/Dockerfile'), (path) => builtPage(path, work))
  const all = [postgres, backend, frontend]

  const open = postgresImage(postgres, all)
  await holds('the database answers at its name', async () => [await postgres.healthy(60, open)])
  if (!results.at(-1).ok) throw new Error('without a database nothing else can be tried')
  backend.start(all)
  await holds('the backend is healthy by its own health check', async () => [await backend.healthy(120), `user ${backend.ids().join(':')}`])
  frontend.start(all, ['sh', '/docker-entrypoint.sh'])
  await holds('the page is healthy by its own health check', async () => [await frontend.healthy(20), `user ${frontend.ids().join(':')}`])
  await publish(services.frontend.ports[0], frontend)
  await holds('the ports are published to this machine only', async () => {
    const ports = [...services.frontend.ports, ...services.backend.ports]
    return [ports.every((port) => port.startsWith('127.0.0.1:')), ports.join(' ')]
  })
  for (const container of [backend, frontend])
    await holds(`nothing can be written outside the volumes of ${container.name}`, async () => {
      const places = ['/balcao/x', '/usr/share/nginx/html/x', '/etc/x', '/x', '/var/x']
      const written = places.filter((place) => container.exec(['sh', '-c', `: >${place}`]).code === 0)
      return [written.length === 0, written.join(' ') || 'refused']
    })
  await startTlsProxy()

  await thePage()
  await theDirectory(people)
  await whatIsTooLarge(people)
  if (!SMALL) await whoIsSlow()
  await whoIsAsking()
  await whatIsLogged()
  await whenSomethingIsGone()
}

/** The nginx of docs/examples on the machine itself, with a certificate of its own, and the address that the name stands for. */
async function startTlsProxy() {
  for (const address of [PUBLIC_ADDRESS, LISBON, PORTO]) run('ip', ['addr', 'add', `${address}/32`, 'dev', 'lo'])
  const folder = join(work, 'tls')
  mkdirSync(folder)
  mkdirSync(join(folder, 'logs'))
  const pair = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'fullchain.pem')]
  run('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', `/CN=${NAME}`, ...pair])
  const example = readFileSync(join(top, 'docs/examples/nginx-tls.conf'), 'utf8')
    .replaceAll('/etc/ssl/balcao', folder)
    .replaceAll('/var/log/nginx', join(folder, 'logs'))
  const temporary = ['proxy', 'client_body', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `user root;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n${temporary}\n${example}}\n`,
  )
  const nginx = join(run(join(top, 'bin/nginx')).trim(), 'usr/sbin/nginx')
  spawn(nginx, ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], { stdio: 'inherit' })
  await holds('a proxy with TLS stands in front, as docs/examples/nginx-tls.conf says', async () => {
    for (let tried = 0; tried < 40; tried++) {
      try {
        const { status } = await ask('/pt/')
        return [status === 200, `HTTPS ${status}`]
      } catch {
        await pause(100)
      }
    }
    return [false, 'no answer']
  })
}

/** Asks the product as a reader of the internet does: by its name, with TLS, from an address. */
function ask(path, { method = 'GET', headers = {}, body, from = LISBON, expectContinue = false } = {}) {
  return new Promise((answered, failed) => {
    const options = { host: PUBLIC_ADDRESS, servername: NAME, path, method, localAddress: from, rejectUnauthorized: false, agent: false }
    const sent = request({ ...options, headers: { Host: NAME, ...headers } }, async (response) => {
      const parts = []
      for await (const part of response) parts.push(part)
      const text = Buffer.concat(parts).toString()
      sent.destroy()
      answered({ status: response.statusCode, headers: response.headers, text, type: response.headers['content-type'] ?? '' })
    })
    sent.on('error', failed)
    sent.setTimeout(180_000, () => sent.destroy(new Error('no answer within three minutes')))
    if (expectContinue) sent.flushHeaders()
    else if (body instanceof Readable) body.pipe(sent)
    else sent.end(body)
  })
}

async function json(path, options = {}) {
  const answer = await ask(path, {
    ...options,
    ...(options.json ? { body: JSON.stringify(options.json) } : {}),
    headers: { ...(options.json ? { 'Content-Type': 'application/json' } : {}), ...(options.token ? { Authorization: `Bearer ${options.token}` } : {}), ...options.headers },
  })
  return { ...answer, body: answer.type.includes('json') ? JSON.parse(answer.text) : undefined }
}

async function until(look, seconds) {
  let last
  for (let tried = 0; tried < seconds * 2; tried++) {
    last = await look()
    if (last[0]) return last
    await pause(500)
  }
  return last
}

async function thePage() {
  await holds('everything that came by TLS asks for TLS the next time (HSTS)', async () => {
    const paths = ['/', '/pt', '/pt/', '/pt/services', '/assets/none', '/api/', '/api/nothing', '/robots.txt', '/embed.js']
    const without = []
    for (const path of paths) if (!/max-age=\d{8}/.test((await ask(path)).headers['strict-transport-security'] ?? '')) without.push(path)
    return [without.length === 0, without.length ? `not at ${without.join(' ')}` : `${paths.length} addresses`]
  })
  await holds('what did not come by TLS does not', async () => {
    // asked by a neighbour that is no proxy, and says that it came by TLS
    const look = `Promise.all(['/pt/', '/api/'].map((path) => fetch('http://${frontend.address}:8080' + path, { headers: { 'X-Forwarded-Proto': 'https' } })))
      .then((answers) => console.log(JSON.stringify(answers.map((answer) => [answer.status, answer.headers.get('strict-transport-security')]))))`
    const said = run('ip', ['netns', 'exec', 'postgres', process.execPath, '-e', look]).trim()
    return [said === '[[200,null],[200,null]]', said]
  })
  await holds('an answer of the API is no page and nobody frames it', async () => {
    const { headers } = await ask('/api/')
    const told = `${headers['x-content-type-options']}; ${headers['content-security-policy']}`
    return [told.startsWith('nosniff') && told.includes("frame-ancestors 'none'"), told]
  })
  await holds('the page of a record begins at the backend: an id of nothing is 404, and still the page', async () => {
    const { status, text } = await ask('/ar/services/00000000-0000-4000-8000-00000000dead')
    return [status === 404 && text.includes('<html lang="ar"'), `${status}`]
  })
  await holds('a page begins with its own document, a list with its services, and what is no page with the shell', async () => {
    const eligibility = await ask('/ar/eligibility')
    const list = await ask('/pt/services?need=health')
    const desk = await ask('/pt/desk')
    const beginnings = [eligibility.text.includes('<h1'), list.text.includes('service-list'), desk.status === 200 && !desk.text.includes('<h1')]
    return [beginnings.every(Boolean), beginnings.join(', ')]
  })
  await holds('a script travels by Brotli to whoever takes it', async () => {
    const [script] = /\/assets\/index-[\w-]+\.js/.exec((await ask('/pt/')).text) ?? []
    const { status, headers, type } = await ask(script ?? '/', { headers: { 'Accept-Encoding': 'gzip, br' } })
    return [status === 200 && headers['content-encoding'] === 'br' && /javascript/.test(type), `${status} ${headers['content-encoding']} ${type}`]
  })
  await holds('robots.txt leads to the public name, whatever Host says', async () => {
    const { text } = await ask('/robots.txt', { headers: { Host: NAME, 'X-Forwarded-Host': 'evil.example' } })
    return [text.includes(`https://${NAME}/sitemap.xml`) && !text.includes('evil'), text.split('\n').at(-2)]
  })
  await holds('security.txt names the contact of the environment', async () => {
    const { status, text } = await ask('/.well-known/security.txt')
    return [status === 200 && text.includes('Contact: mailto:security@balcao.example'), `${status} ${text.split('\n')[0]}`]
  })
}

async function theDirectory(people) {
  await holds('search answers out of its index', () =>
    until(async () => {
      const { status, text } = await ask('/api/services?search=aulas+portugues&per_page=3')
      return [status === 200 && text.includes('"because"'), `${status}, ${text.includes('"because"') ? 'with reasons' : 'without reasons: PostgreSQL answers'}`]
    }, 60),
  )
  const organization = (await json('/api/organizations?per_page=1')).body.contents[0].id
  const token = people.token({ sub: 'partner', org: organization, realm_access: { roles: ['partner-editor'] }, scope: '' })
  await holds('a partner signs in by the provider and delivers', async () => {
    const source = await json('/api/sources/compose-proof', { method: 'PUT', token, json: { name: 'Prova' } })
    if (source.status >= 300) return [false, `${source.status} ${source.text}`]
    const sent = await json('/api/sources/compose-proof/runs', { method: 'POST', token, body: LINE })
    return await runEnds(sent, token)
  })
  await holds('what was delivered is found by its name', () =>
    until(async () => {
      const { body } = await json(`/api/services?search=${WORD}`)
      return [body?.contents?.length === 1, `${body?.contents?.length} services`]
    }, 30),
  )
  await holds(`a delivery of ${MEGABYTES} MB passes through both proxies and is taken whole`, async () => {
    const padding = Buffer.alloc(1 << 20, '\n')
    const body = Readable.from((function* () { yield Buffer.from(LINE); for (let mb = 0; mb < MEGABYTES; mb++) yield padding })())
    const began = performance.now()
    const sent = await json('/api/sources/compose-proof/runs', { method: 'POST', token, body, headers: { 'Content-Type': 'application/x-ndjson' } })
    const [ok, found] = await runEnds(sent, token)
    return [ok, `${found}, ${((performance.now() - began) / 1000).toFixed(1)} s`]
  })
  await holds('a check of a feed of 15 MB passes', async () => {
    const body = Readable.from((function* () { yield Buffer.from(LINE); for (let mb = 0; mb < 15; mb++) yield Buffer.alloc(1 << 20, '\n') })())
    const { status, text } = await ask('/api/feed-checks', { method: 'POST', body, headers: { 'Content-Type': 'application/octet-stream' } })
    return [status === 200, `${status} ${text.slice(0, 80)}`]
  })
  await holds('everybody may keep a copy: the dumps are there', () =>
    until(async () => {
      const { status, text } = await ask('/api/dumps')
      return [status === 200 && /"name"/.test(text), `${status} ${text.slice(0, 60)}`]
    }, 90),
  )
  await holds('the keys of webhooks answer', async () => {
    const { status, text } = await ask('/api/webhooks/keys')
    return [status === 200 && text.includes('keys'), `${status} ${text.slice(0, 60)}`]
  })
  await holds('the home holds index, deliveries, dumps and keys', async () => {
    const there = run('ls', [backend.volume]).trim().split('\n')
    const missing = ['search', 'deliveries', 'dumps', 'webhook-keys'].filter((name) => !there.includes(name))
    return [missing.length === 0, missing.length ? `missing: ${missing.join(' ')}` : there.join(' ')]
  })
}

async function runEnds(sent, token) {
  if (sent.status !== 202) return [false, `${sent.status} ${sent.text.slice(0, 300)}`]
  const at = `/api/sources/compose-proof/runs/${sent.body.id}`
  return until(async () => {
    const { body } = await json(at, { token })
    return [body?.state === 'done', `202, then ${body?.state}`]
  }, 90)
}

async function whatIsTooLarge(people) {
  const token = people.token({ realm_access: { roles: ['national-editor'] } })
  const isProblem = ({ status, type, text }, expected) => [
    status === expected && type.startsWith(PROBLEM) && JSON.parse(text).status === expected,
    `${status} ${type}`,
  ]
  const claims = [
    ['70 KB where a form is expected', '/api/corrections', 70 << 10, 413],
    ['2 MB where a form is expected', '/api/corrections', 2 << 20, 413],
    ['30 MB for a check of a feed', '/api/feed-checks', 30 << 20, 413],
    ['more than a gigabyte for a delivery', '/api/sources/compose-proof/runs', (1 << 30) + 1, 413],
  ]
  for (const [what, path, length, status] of claims)
    await holds(`${what} is refused with a problem`, async () =>
      isProblem(
        await ask(path, {
          method: 'POST',
          expectContinue: true,
          headers: { 'Content-Type': 'application/json', 'Content-Length': String(length), Authorization: `Bearer ${token}` },
        }),
        status,
      ),
    )
  for (const length of [5_000, 20_000])
    await holds(`an address of ${length} characters is refused with a problem`, async () =>
      isProblem(await ask(`/api/services?search=${'a'.repeat(length)}`), 414),
    )
}

/** How many seconds a server waits for the rest of a head that comes byte by byte. */
function patience(host, port) {
  return new Promise((told) => {
    const began = performance.now()
    const socket = connect(port, host, () => socket.write('GET /api/ HTTP/1.1\r\nHost: a\r\nX: '))
    const drip = setInterval(() => socket.write('a'), 500)
    const end = () => {
      clearInterval(drip)
      told((performance.now() - began) / 1000)
    }
    socket.on('error', () => {}).on('close', end).resume()
    setTimeout(() => socket.destroy(), 30_000).unref()
  })
}

async function whoIsSlow() {
  await holds('a request that drips in is let go by each server', async () => {
    const places = [[frontend.address, 8080], [backend.address, 8080], [backend.address, 9000]]
    const seconds = await Promise.all(places.map(([host, port]) => patience(host, port)))
    return [Math.max(...seconds) < 25, `after ${seconds.map((each) => each.toFixed(1)).join(', ')} s`]
  })
}

async function whoIsAsking() {
  // thirty an hour: one comes back every two minutes
  const left = async (from, headers = {}) => {
    const answer = await ask('/api/feed-checks', { method: 'POST', from, body: LINE, headers: { 'Content-Type': 'application/octet-stream', ...headers } })
    return Number(/r=(\d+)/.exec(answer.headers.ratelimit)?.[1])
  }
  await holds('readers at two places are counted as two', async () => {
    for (let n = 0; n < 5; n++) await left(LISBON)
    const [lisbon, porto] = [await left(LISBON), await left(PORTO)]
    return [porto - lisbon >= 4, `${lisbon} and ${porto} checks left of 30`]
  })
  await holds('who invents an address is counted where they are', async () => {
    const before = await left(LISBON)
    const forged = []
    for (const header of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'True-Client-IP'])
      forged.push(await left(LISBON, { [header]: header === 'Forwarded' ? 'for=203.0.113.200' : '203.0.113.200, 127.0.0.1' }))
    return [before - forged.at(-1) >= 3, `${before} left, then ${forged.join(', ')}`]
  })
}

async function whatIsLogged() {
  await holds('no log holds an address of a reader or what was searched for', async () => {
    await ask(`/api/services?search=${WORD}secret`)
    await ask(`/pt/services?search=${WORD}secret`)
    await ask(`/api/services?search=${WORD}${'a'.repeat(20_000)}`)
    await pause(300)
    const logs = [frontend.said(), backend.said(), run('sh', ['-c', `cat ${work}/tls/logs/* ${work}/tls/error.log 2>/dev/null || true`])].join('\n')
    const found = [WORD, LISBON, PORTO].filter((word) => logs.includes(word))
    return [found.length === 0, found.length ? `found: ${found.join(' ')}` : `${logs.split('\n').length} lines, such as: ${frontend.said().split('\n').filter((line) => line.includes('/api/services')).at(-1)}`]
  })
}

async function whenSomethingIsGone() {
  const ready = () => backend.exec(backend.healthcheck).code === 0
  const { uid, gid, mode } = statSync(backend.volume)
  await holds('a home that cannot be written makes the backend not ready', async () => {
    chownSync(backend.volume, 0, 0)
    chmodSync(backend.volume, 0o755)
    for (const part of run('ls', [backend.volume]).trim().split('\n')) run('chown', ['0:0', join(backend.volume, part)])
    return until(async () => [!ready(), ready() ? 'ready says UP all the same' : 'ready says DOWN'], 40)
  })
  await holds('and ready again once it can', async () => {
    for (const part of run('ls', [backend.volume]).trim().split('\n')) run('chown', [`${uid}:${gid}`, join(backend.volume, part)])
    chmodSync(backend.volume, mode & 0o7777)
    chownSync(backend.volume, uid, gid)
    return until(async () => [ready()], 40)
  })
  await holds('the backend stops when it is asked to', async () => {
    const began = performance.now()
    const ended = new Promise((done) => backend.process.once('exit', done))
    backend.process.kill('SIGTERM')
    const code = await Promise.race([ended, pause(15_000, 'no end')])
    return [code !== 'no end', `exit ${code} after ${((performance.now() - began) / 1000).toFixed(1)} s`]
  })
  await holds('while it is gone the page is there, and the API says so with a problem', async () => {
    const page = await ask('/pt/')
    const list = await ask('/pt/services?need=health')
    const api = await ask('/api/services')
    const told = `page ${page.status}, list ${list.status} ${list.type}, API ${api.status} ${api.type}`
    return [page.status === 200 && list.type.startsWith('text/html') && api.status === 502 && api.type.startsWith(PROBLEM), told]
  })
  backend.restart()
  await holds('started again it is healthy with what it had', async () => {
    if (!(await backend.healthy(60))) return [false, 'not healthy']
    return until(async () => {
      const { body } = await json(`/api/services?search=${WORD}`)
      return [body?.contents?.length === 1, `${body?.contents?.length} services of the delivery`]
    }, 30)
  })
}
