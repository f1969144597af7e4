#!/usr/bin/env node
// Sends two hundred people who do not exist through every flow, and then looks for what they told: in everything that was answered to somebody
// who may not know it, in the program's log, its metrics, its feeds and a plain dump of the database; and after they erased it, in yesterday's
// database. usage: bin/with-product bench/canary.mjs [PEOPLE]
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { check, sql } from './proof.mjs'
import { referral } from './referral.mjs'

const people = Number(process.argv[2] ?? '200')
const { BALCAO_URL, MANAGEMENT_URL, BALCAO_HOME } = process.env
const api = `${BALCAO_URL}/api`
const marks = []
/** What somebody was told who may not know it. */
const heard = []

const token = {}
for (const person of ['amina', 'bruno', 'clara', 'duarte', 'elisa', 'graca']) token[person] = (await post('session/development', { person })).access_token
const taking = await (await fetch(`${api}/intakes`)).json()
const orgOf = (person) => JSON.parse(Buffer.from(token[person].split('.')[1], 'base64url').toString()).org
const at = (person) => taking.filter(({ organization_id }) => organization_id === orgOf(person)).map(({ service_id }) => service_id)
const [cpr, jrs] = [at('bruno'), at('clara')]

const codes = []
for (let n = 0; n < people; n++) {
  const mark = { called: `Zzcanario${n}q`, contact: `+35191${String(7_000_000 + n)}`, note: `Segredo${n}zz da pessoa` }
  marks.push(...Object.values(mark))
  const body = referral(cpr[n % cpr.length], mark)
  const sent = n % 4 === 3
    ? await post('referrals/self', { ...body, agreement: { ...body.agreement, mode: 'ticked', read_aloud_by: undefined } }, { key: true })
    : await post('referrals', body, { key: true, as: 'amina' })
  const { id } = sent.referral
  codes.push(sent.code)
  heard.push(JSON.stringify(sent))
  await mistakes(n, mark)
  await flow(n, id, sent.code)
}

const all = (text) => marks.filter((mark) => text.includes(mark) || text.includes(Buffer.from(mark).toString('hex')))
check(all(`before ${marks[0]} after ${Buffer.from(marks[1]).toString('hex')}`).length === 2, 'what is there is not found')
const nowhere = (where, text) => {
  check(text.length > 0, `${where} is empty`)
  const found = all(text)
  check(found.length === 0, `${where} holds ${found.slice(0, 3).join(', ')}`)
  console.log(`${where}: ${marks.length} marks looked for in ${text.length} characters, found 0`)
}
nowhere('what was answered to who may not know it', heard.join('\n'))
nowhere('the log', readFileSync(join(dirname(BALCAO_HOME), 'log'), 'utf8'))
nowhere('metrics', await (await fetch(`${MANAGEMENT_URL}/q/metrics`)).text())
nowhere('feeds', (await Promise.all(['services?format=ndjson&full=true', 'organizations?format=ndjson', 'openapi', 'intakes'].map(async (path) => (await fetch(`${api}/${path}`)).text()))).join('\n'))
nowhere('the database', dump())

// yesterday's backup: the rows as they are now, put back after the person erased them
const yesterday = sql(BALCAO_HOME, 'select referral_id, encode(content, \'hex\') from referral.sealed')
let readable = 0
let erased = 0
for (const code of codes) {
  const before = await post('my-referral/export', { code })
  if (!before.person) continue
  erased++
  await post('my-referral/erasure', { code })
}
sql(BALCAO_HOME, `insert into referral.sealed (referral_id, content) values ${yesterday.map((row) => row.split('\t')).map(([id, hex]) => `('${id}', decode('${hex}', 'hex'))`).join(', ')} on conflict do nothing; select 1`)
for (const code of codes) if ((await post('my-referral/export', { code })).person) readable++
check(readable === 0, `${readable} of the erased can be read from yesterday's database`)
check(erased > people / 3, `only ${erased} people had something to erase`)
console.log(`erased by ${erased} people; of ${yesterday.length} rows of yesterday put back into the database, readable: 0`)

/** Whatever can be done with a referral, done to some. */
async function flow(n, id, code) {
  const step = (as, path, version, body) => post(`referrals/${id}/${path}`, body, { as, version })
  const seen = async (as) => heard.push(await (await fetch(`${api}/referrals/${id}`, { headers: { authorization: `Bearer ${token[as]}` } })).text())
  for (const as of ['bruno', 'clara', 'duarte', 'elisa', 'graca']) await seen(as)
  heard.push(JSON.stringify(await post('my-referral', { code })))
  heard.push(await (await fetch(`${api}/referrals/${id}/person`, { method: 'POST', headers: { authorization: `Bearer ${token.bruno}` } })).text())
  switch (n % 6) {
    case 0:
      await step('bruno', 'acceptance', 1)
      check((await post(`referrals/${id}/person`, undefined, { as: 'bruno' })).called === `Zzcanario${n}q`, 'the receiver cannot read what it accepted')
      await step('bruno', 'contact', 2, { on: new Date().toISOString().slice(0, 10) })
      heard.push(JSON.stringify(await step('bruno', 'completion', 3, { code: 'got_help' })))
      break
    case 1:
      heard.push(JSON.stringify(await step('bruno', 'decline', 1, { code: 'no_capacity' })))
      break
    case 2:
      heard.push(JSON.stringify(await step('bruno', 'forward', 1, { service_id: jrs[n % jrs.length] })))
      break
    case 3:
      await post('my-referral/withdrawal', { code, reason: 'safety' })
      break
    case 4:
      await step('bruno', 'study', 1)
      await post(`referrals/${id}/questions`, { code: 'language' }, { as: 'bruno' })
      break
  }
  await seen('bruno')
  heard.push(await (await fetch(`${api}/referrals`, { headers: { authorization: `Bearer ${token.clara}` } })).text())
}

/** Requests that go wrong, with all that the person told in them. */
async function mistakes(n, mark) {
  const bodies = [
    JSON.stringify({ ...referral(cpr[0], mark), unknown: mark.called }),
    JSON.stringify(referral(cpr[0], { ...mark, note: `${mark.note} AB1234567` })),
    JSON.stringify({ ...referral(cpr[0], mark), need: mark.called, municipality: mark.note, languages: [mark.called] }),
    JSON.stringify(referral('00000000-0000-4000-8000-000000000000', mark)),
    `{"person": {"called": "${mark.called}", "note": "${mark.note}"`,
    `{"person": "${mark.called}", "service_id": "${mark.contact}"}`,
    JSON.stringify(referral(cpr[n % cpr.length], mark)),
  ]
  for (const body of bodies) {
    const answer = await fetch(`${api}/referrals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.amina}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body,
    })
    check(answer.status >= 400 && answer.status < 500 || (n % 4 === 3 && answer.status === 201), `a mistake was answered ${answer.status}`)
    heard.push(await answer.text())
  }
}

async function post(path, body, { as, version, key } = {}) {
  const answer = await fetch(`${api}/${path}`, {
    method: 'POST',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(as && { authorization: `Bearer ${token[as]}` }),
      ...(version && { 'if-match': `"v${version}"` }),
      ...(key && { 'idempotency-key': crypto.randomUUID() }),
    },
    body: body && JSON.stringify(body),
  })
  const text = await answer.text()
  check(answer.ok, `${path} answered ${answer.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text)
}

/** Every row of every table, as text. */
function dump() {
  const tables = sql(BALCAO_HOME, "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")
  return sql(BALCAO_HOME, tables.map((table) => `select to_jsonb(each)::text from ${table} each`).join('; ')).join('\n')
}
