#!/usr/bin/env node
// Sends odd requests to every operation of the contract, as a dozen callers: hostile characters, dates, numbers, types, names twice, bodies of the wrong
// kind, ids of others. Says how many answers were a failure of ours (5xx: none may be), which statuses the contract does not name, and whether what is
// too large or too long is told as a problem. usage: FUZZ_SEED=… FUZZ_REQUESTS=60000 bin/with-product bench/fuzz.mjs
import { createHmac, randomInt } from 'node:crypto'
import { Agent, request } from 'node:http'
import { check } from './proof.mjs'
import { referral } from './referral.mjs'

const seed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31))
const requests = Number(process.env.FUZZ_REQUESTS ?? process.argv[2] ?? '60000')
const AT_ONCE = 12
const SHOWN = 20
const SLOW_SECONDS = 5
const base = new URL(process.env.BALCAO_URL)
console.log(`FUZZ_SEED=${seed} FUZZ_REQUESTS=${requests}`)

/** Mulberry32: the same numbers for the same seed. */
let state = seed >>> 0
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0
  let t = Math.imul(state ^ (state >>> 15), state | 1)
  t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}
const chance = (share) => random() < share
const pick = (list) => list[Math.floor(random() * list.length)]

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
/** One request as it is written here: nothing is made right by a client. */
function ask({ method, path, headers = {}, body }) {
  return new Promise((resolve) => {
    const began = performance.now()
    const sent = request({ agent, host: base.hostname, port: base.port, method, path, headers, timeout: 60_000 }, (answer) => {
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode,
          headers: answer.headers,
          body: Buffer.concat(parts),
          seconds: (performance.now() - began) / 1000,
        }),
      )
      answer.on('error', (dropped) => resolve({ dropped: dropped.code }))
    })
    sent.on('error', (dropped) => resolve({ dropped: dropped.code ?? dropped.message }))
    sent.on('timeout', () => sent.destroy(new Error('no answer within a minute')))
    // Node leaves out the length of a DELETE's body; its bytes would be read as the next request
    if (body !== undefined && !sent.hasHeader('content-length') && !sent.hasHeader('transfer-encoding')) sent.setHeader('content-length', Buffer.byteLength(body))
    sent.end(body)
  })
}
const json = async (method, path, token, body, headers = {}) => {
  const answer = await ask({
    method,
    path: `/api/${path}`,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body && JSON.stringify(body),
  })
  return answer.status < 300 && answer.body.length > 0 ? JSON.parse(answer.body) : undefined
}

// who asks: nobody, the practice people of every role, and tokens that nobody gave
const tokens = {}
for (const { id } of (await json('GET', 'session/sign-in')).people)
  tokens[id] = (await json('POST', 'session/development', undefined, { person: id })).access_token
check(Object.keys(tokens).length > 0, 'there are no practice people')
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const [head, claims, signature] = tokens.bruno.split('.')
const said = JSON.parse(Buffer.from(claims, 'base64url'))
const forged = {
  'no algorithm': `${part({ alg: 'none', typ: 'JWT' })}.${claims}.`,
  'another key': `${part({ alg: 'HS256', typ: 'JWT' })}.${claims}.${createHmac('sha256', 'balcao').update(claims).digest('base64url')}`,
  'claims of other types': `${head}.${part({ ...said, org: 5, scope: ['a'], groups: { a: 1 }, sub: null })}.${signature}`,
  'no token': 'x\u00ff.y.z',
}
const callers = [['anonymous', undefined], ...Object.entries(tokens), ...Object.entries(forged)]
check(callers.length >= 12, 'there are fewer than twelve callers')

// what there is: ids of real lists, and some of what people do
const contract = JSON.parse(
  (await ask({ method: 'GET', path: '/api/openapi?format=json', headers: { accept: 'application/json' } })).body,
)
const intakes = await json('GET', 'intakes')
const sent = []
for (const { service_id } of intakes.slice(0, 6))
  sent.push(
    await json('POST', 'referrals', tokens.amina, referral(service_id), {
      'idempotency-key': `00000000-0000-4000-8000-${String(sent.length).padStart(12, '0')}`,
    }),
  )
for (const source of ['fuzz-cpr', 'fuzz-jrs'])
  await json('PUT', `sources/${source}`, source === 'fuzz-cpr' ? tokens.bruno : tokens.clara, { name: source })
await json('PUT', 'sources/fuzz-cpr/services/s1', tokens.bruno, { name: 'S', status: 'active' })
await json('POST', 'webhooks', tokens.bruno, { url: 'https://hooks.invalid/', types: ['service'] })
const ids = async (path, token) => {
  const found = await json('GET', path, token)
  return (found?.contents ?? (Array.isArray(found) ? found : [])).map((each) => each.id ?? each.referral?.id).filter(Boolean)
}
const known = [
  ...(await ids('services?per_page=100')),
  ...(await ids('organizations?per_page=100')),
  ...(await ids('locations?per_page=50')),
  ...(await ids('taxonomy_terms?per_page=50')),
  ...(await ids('service_at_locations?per_page=50')),
  ...(await ids('webhooks', tokens.bruno)),
  ...sent.filter(Boolean).map(({ referral: { id } }) => id),
]
const named = {
  source: ['fuzz-cpr', 'fuzz-jrs', 'portugal', 'page'],
  type: ['services', 'organizations', 'locations', 'programs', 'service_at_locations', 'taxonomy_terms'],
  slug: ['invalid-query', 'nope'],
  externalId: ['s1', 'x/y', 'a:b'],
}
check(known.length > 200, `only ${known.length} ids are known`)

const NUL = '\u0000'
const TEXTS = [
  '',
  ' ',
  NUL,
  `a${NUL}b`,
  '\ud800',
  '\udc00\ud800',
  '\ufeff',
  '\u202eabc',
  '\u200b',
  '﷽'.repeat(50),
  'x'.repeat(300),
  'x'.repeat(30_000),
  '<script>alert(1)</script>',
  '=cmd|x',
  "'; drop table x; --",
  '%00',
  '%',
  '%zz',
  '../../etc/passwd',
  '\\',
  '"',
  '{}',
  '[]',
  'null',
  'true',
  '-1',
  '0',
  '1',
  '1e999',
  '1e-999999999',
  'NaN',
  'Infinity',
  '99999999999999999999',
  '-2147483649',
  '0x10',
  '2026-11-26',
  '2026-13-45',
  '-99999999-01-01',
  '+999999999-12-31',
  '0000-00-00',
  '9999-12-31',
  '-4800-01-01',
  '2026-11-26T10:00:00Z',
  '25:61',
  '10:00',
  'https://127.0.0.1:99999/',
  'https://nowhere.invalid/',
  'https://u:p@nowhere.invalid/',
  'https://[::1',
  'http://localhost/',
  'javascript:alert(1)',
  'mailto:a@b.pt?bcc=x',
  'a@b.pt',
  'a@b.pt?bcc=x',
  '+351213456789',
  '912345678',
  'pt',
  'uk',
  'xx-XX-XX',
  'ar',
  '((((',
  '**',
  '"a',
  'a OR',
  '~5',
  'service',
  'organization',
  'national',
  'active',
]
const NUMBERS = [0, 1, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, -1e308, 1e-300, 0.1, 3.5, 1_000_000]
const odd = (depth = 0) => {
  const kind = random()
  if (kind < 0.6) return pick(TEXTS)
  if (kind < 0.75) return pick(NUMBERS)
  if (kind < 0.85) return pick([true, false, null])
  if (depth > 3) return null
  return kind < 0.93 ? [odd(depth + 1), odd(depth + 1)] : { [pick(TEXTS).slice(0, 100)]: odd(depth + 1) }
}

function schemaOf(schema) {
  while (schema?.$ref) schema = contract.components.schemas[schema.$ref.split('/').at(-1)]
  return schema ?? {}
}
/** A value that fits, with now and then one that does not. */
function fitting(schema, depth, oddness) {
  if (chance(oddness)) return odd()
  const what = schemaOf(schema)
  const each = what.allOf ?? what.anyOf ?? what.oneOf
  if (each) return fitting(pick(each), depth, oddness)
  const type = Array.isArray(what.type) ? what.type[0] : what.type
  if (what.enum) return pick(what.enum)
  if (type === 'array')
    return depth > 4 ? [] : Array.from({ length: Math.floor(random() * 3) }, () => fitting(what.items, depth + 1, oddness))
  if (type === 'object' || what.properties) {
    if (depth > 5) return {}
    const object = {}
    for (const [name, property] of Object.entries(what.properties ?? {}))
      if (chance(0.8)) object[name] = fitting(property, depth + 1, oddness)
    if (what.additionalProperties) object[pick(TEXTS).slice(0, 100)] = fitting(what.additionalProperties, depth + 1, oddness)
    if (chance(oddness)) object[pick(TEXTS).slice(0, 100)] = odd()
    return object
  }
  if (type === 'integer') return pick([0, 1, 2, 7, 100])
  if (type === 'number') return pick([0, 1.5, 38.7, -9.1])
  if (type === 'boolean') return chance(0.5)
  if (what.format === 'uuid') return pick(known)
  if (what.format === 'date') return pick(['2026-11-26', '2026-12-01', '2027-01-31', '1900-01-01'])
  if (what.format === 'date-time') return '2026-11-26T10:00:00Z'
  return pick(['pt', 'Test', 'a@b.pt', 'https://nowhere.invalid/', '213456789', pick(known), pick(TEXTS)])
}

const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => ['get', 'put', 'post', 'delete', 'patch'].includes(method))
    .map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
      parameters: [...(methods.parameters ?? []), ...(operation.parameters ?? [])],
    })),
)

/** A body as it may come: as the contract says, with something odd in it, or something else altogether. */
function bodyOf(operation) {
  const content = operation.requestBody?.content
  const media = content && Object.keys(content)
  const type = media ? pick(media) : 'application/json'
  const sending = chance(0.05)
    ? pick([
        'text/plain',
        'application/xml',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'application/json; charset=utf-16',
        'nonsense',
        '',
      ])
    : type === '*/*'
      ? 'application/x-ndjson'
      : type
  if (!media && chance(0.8)) return {}
  const kind = random()
  let body
  if (kind < 0.03) body = ''
  else if (kind < 0.06)
    body = pick([
      '{',
      'nonsense',
      '[[[',
      '"',
      '{"a":1,"a":2}',
      '{"a":1}{"b":2}',
      '\ufeff{}',
      'null',
      '[]',
      '5',
      '"x"',
      '{"a":\ud800}',
      `{"${NUL}":1}`,
    ])
  else if (kind < 0.08) body = '['.repeat(3_000)
  else if (kind < 0.09) body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])
  else if (type === 'application/x-www-form-urlencoded')
    body = Object.entries(schemaOf(content[type]?.schema).properties ?? { search: {} })
      .map(([name]) => `${name}=${encodeURIComponent(wellFormed(pick(TEXTS)))}`)
      .join('&')
  else {
    const value = media ? fitting(content[type]?.schema, 0, pick([0, 0.03, 0.2])) : odd()
    body = JSON.stringify(
      type === '*/*' || Object.keys(value ?? {}).length === 0
        ? {
            kind: pick(named.type).replace(/s$/, ''),
            id: pick(['s1', pick(known), pick(TEXTS)]),
            name: pick(TEXTS),
            description: pick(TEXTS),
            status: 'active',
            [pick(TEXTS).slice(0, 50)]: odd(),
          }
        : value,
    )
  }
  return { headers: sending ? { 'content-type': sending } : {}, body }
}

const wellFormed = (text) => text.toWellFormed()
const encoded = (value) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return chance(0.02)
    ? text.replace(/[^\x21-\x7e]|[#?]/g, '')
    : encodeURIComponent(wellFormed(text))
        .slice(0, 2_000)
        .replace(/%[0-9A-F]?$/, '')
}

function next(n) {
  const { path, method, operation, parameters } = operations[n % operations.length]
  const [caller, token] = pick(callers)
  const headers = { ...(token && { authorization: `Bearer ${token}` }) }
  const oddness = pick([0, 0.1, 0.5])
  const where = `/api${path}`.replace(/\{([^}]+)\}/g, (_, name) => {
    if (chance(oddness / 2)) return encoded(pick(TEXTS)) || 'x'
    return encodeURIComponent(named[name] ? pick(named[name]) : pick(known))
  })
  const query = []
  for (const { name, in: place, schema } of parameters) {
    if (place === 'query' && chance(0.3))
      query.push(`${encodeURIComponent(name)}=${encoded(chance(Math.max(oddness, 0.3)) ? pick(TEXTS) : fitting(schema, 2, 0))}`)
    if (place === 'header' && chance(0.8))
      headers[name.toLowerCase()] = pick(['"1"', 'W/"x"', '*', '', '00000000-0000-4000-8000-000000000001', 'x'.repeat(300)])
  }
  if (chance(0.05)) query.push(`${encoded(pick(TEXTS))}=${encoded(pick(TEXTS))}`)
  if (chance(0.3)) headers['if-match'] = pick(['"0"', '"1"', '*', 'x', '""'])
  if (chance(0.2)) headers['idempotency-key'] = pick(['00000000-0000-4000-8000-000000000009', 'x', ''])
  if (chance(0.1))
    headers.accept = pick(['text/html', 'application/xml', 'application/x-ndjson', '*/*;q=0', 'nonsense', 'application/json;q=2'])
  if (chance(0.1)) headers['accept-language'] = pick(['pt', 'ar,uk;q=0.5', '*', 'x'.repeat(200), ';;;'])
  const asked = chance(0.02) ? pick(['HEAD', 'OPTIONS', 'PATCH', 'DELETE', 'TRACE']) : method
  const sending = ['GET', 'HEAD'].includes(asked) ? {} : bodyOf(operation)
  if (n % 400 === 7) {
    return {
      caller,
      kind: 'too long',
      operation: path,
      method: 'GET',
      path: `${where}?x=${'x'.repeat(5_000 + Math.floor(random() * 20_000))}`,
      headers: {},
    }
  }
  if (n % 400 === 211 && ['POST', 'PUT'].includes(method)) {
    const form = chance(0.5)
    const large = `${form ? 'search=' : '"'}${'x'.repeat(70_000 + Math.floor(random() * 200_000))}${form ? '' : '"'}`
    return {
      caller,
      kind: 'too large',
      operation: path,
      method,
      path: where,
      headers: {
        ...headers,
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
        ...(chance(0.5) ? { 'transfer-encoding': 'chunked' } : { 'content-length': Buffer.byteLength(large) }),
      },
      body: large,
    }
  }
  return {
    caller,
    operation: path,
    documented: operation.responses,
    method: asked,
    path: where + (query.length ? `?${query.join('&')}` : ''),
    headers: { ...headers, ...sending.headers },
    body: sending.body,
  }
}

const statuses = {}
const undocumented = new Map()
const failures = []
const drops = []
const unshaped = []
let slow = 0
let [longOnes, largeOnes, cutOff] = [0, 0, 0]
const headerless = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'))
const shown = ({ caller, method, path, headers, body }) =>
  `${caller}: ${method} ${path.slice(0, 300)} ${JSON.stringify(headerless(headers))} ${String(body ?? '').slice(0, 500)}`

async function one(n) {
  const sending = next(n)
  // what Node itself refuses to put into a header is no request
  for (const [name, value] of Object.entries(sending.headers))
    if (typeof value === 'string' && /[^\t\x20-\x7e\x80-\xff]/.test(value)) delete sending.headers[name]
  let answer = await ask(sending)
  // a connection that the server was just closing is no answer: whoever asks asks once more
  if (answer.dropped) answer = await ask(sending)
  if (answer.dropped) {
    drops.push(`${answer.dropped} ${shown(sending)}`)
    return
  }
  statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
  if (answer.seconds > SLOW_SECONDS) slow++
  if (answer.status >= 500) failures.push(`${answer.status} ${shown(sending)}\n    ${String(answer.body).slice(0, 300)}`)
  if (sending.kind === 'too long') longOnes += answer.status === 414 ? 1 : 0
  if (sending.kind === 'too large') largeOnes += answer.status === 413 ? 1 : 0
  if ([413, 414].includes(answer.status)) {
    // a body of no stated length that is cut off on its way is answered with the bare status, and the connection is closed
    const cut = answer.status === 413 && !answer.body && sending.headers['transfer-encoding'] === 'chunked'
    if (cut) cutOff++
    const shaped =
      String(answer.headers['content-type']).startsWith('application/problem+json') &&
      JSON.parse(answer.body || '{}').status === answer.status
    if (!shaped) unshaped.push(`${answer.status} ${answer.headers['content-type']} ${shown(sending)}`)
  }
  if (
    sending.documented &&
    sending.method !== 'HEAD' &&
    !sending.documented[answer.status] &&
    !['OPTIONS', 'PATCH', 'TRACE'].includes(sending.method)
  ) {
    const pair = `${sending.method} ${sending.operation} ${answer.status}`
    undocumented.set(pair, (undocumented.get(pair) ?? 0) + 1)
  }
}

const began = performance.now()
let following = 0
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (following < requests) await one(following++)
  }),
)
agent.destroy()
const seconds = (performance.now() - began) / 1000
console.log(
  `${requests} requests, ${operations.length} operations, ${callers.length} callers in ${seconds.toFixed(0)} s; over ${SLOW_SECONDS} s: ${slow}`,
)
console.log(
  `statuses: ${Object.entries(statuses)
    .map(([status, count]) => `${status} ${count}`)
    .join(', ')}`,
)
console.log(`not named by the contract: ${undocumented.size} pairs of operation and status`)
const operationsOf = {}
for (const pair of undocumented.keys()) operationsOf[pair.split(' ').at(-1)] = (operationsOf[pair.split(' ').at(-1)] ?? 0) + 1
for (const [status, count] of Object.entries(operationsOf)) console.log(`  ${status}: ${count} operations`)
console.log(
  `too long answered 414: ${longOnes}; too large answered 413: ${largeOnes}, of these cut off without a problem: ${cutOff}; 413 or 414 that is no problem: ${unshaped.length}`,
)
for (const each of unshaped.slice(0, SHOWN)) console.log(`  ${each}`)
console.log(`connections dropped: ${drops.length}`)
for (const each of drops.slice(0, SHOWN)) console.log(`  ${each}`)
console.log(`5xx: ${failures.length}`)
for (const each of failures.slice(0, SHOWN)) console.log(`  ${each}`)
check(failures.length === 0, `${failures.length} of ${requests} requests were answered with a failure of ours; FUZZ_SEED=${seed}`)
check(unshaped.length === 0, `${unshaped.length} answers of 413 or 414 are no problems; FUZZ_SEED=${seed}`)
check(drops.length === 0, `${drops.length} connections were dropped; FUZZ_SEED=${seed}`)
