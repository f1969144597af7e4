#!/usr/bin/env node
// Steps a second and the inbox's answer times with many referrals stored, beside the bare check of a token in the same run.
// usage: bin/with-product bench/referrals.mjs [STORED] [SECONDS]
import { check, sql } from './proof.mjs'
import { referral } from './referral.mjs'

const stored = Number(process.argv[2] ?? '2000000')
const seconds = Number(process.argv[3] ?? '30')
const ORGANIZATIONS = 300
const READERS = 4
const WRITERS = 8
const api = `${process.env.BALCAO_URL}/api`

const tokens = {}
for (const person of ['amina', 'bruno', 'clara', 'duarte', 'graca']) {
  const answer = await fetch(`${api}/session/development`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ person }) })
  tokens[person] = (await answer.json()).access_token
}
const organizationOf = (person) => JSON.parse(Buffer.from(tokens[person].split('.')[1], 'base64url').toString()).org
const taking = await (await fetch(`${api}/intakes`)).json()
const personAt = Object.fromEntries(['bruno', 'clara', 'duarte'].map((person) => [organizationOf(person), person]))

grow()
await measure('a token checked, and nothing else', READERS, () => get('session', 'bruno'))
await measure(`inbox of an organization with ${(stored / ORGANIZATIONS).toFixed(0)} referrals, ${stored} in all`, READERS, () => get('referrals?box=received', 'bruno'))
await measure('what has ended', READERS, () => get('referrals?box=received&ended=true', 'bruno'))
await breach()
const { steps, took } = await write()
const all = Object.values(steps).flat()
console.log(`steps (send, study, accept, complete) with ${stored} stored, ${WRITERS} writers: ${(all.length / took).toFixed(0)} a second, ${times(all)}`)
for (const [kind, each] of Object.entries(steps)) console.log(`  ${kind}: ${times(each)}`)

/** Two million that ended, but for one in twenty, of three hundred organizations; triggers off, or it would take hours. */
function grow() {
  const began = performance.now()
  sql(process.env.BALCAO_HOME, `
    set session_replication_role = replica;
    set synchronous_commit = off;
    create temp table organizations as
      select row_number() over () - 1 as n, id from (
        select '${organizationOf('bruno')}'::uuid as id union all select '${organizationOf('amina')}'::uuid
        union all select gen_random_uuid() from generate_series(1, ${ORGANIZATIONS - 2})) all_of_them;
    insert into referral.referral (id, chain_id, position, origin, sender_org, root_org, receiver_org, service_id, listing, state, version, priority,
        languages, interpreter, age_band, accessibility, facts, documents, sensitive, legal_basis, sent_at, answered_at, ended_at, answer_by, expires_at,
        last_event_at)
    select each.id, each.id, 1, 'desk', sender.id, sender.id, receiver.id, '${taking[0].service_id}', '{"name": "x", "organization": "y"}',
           case when each.n % 20 = 0 then 'sent' else 'completed' end, case when each.n % 20 = 0 then 1 else 4 end, 'normal', '{uk}', false, '30-64', '{}', '{}',
           '{}', false, 'public_task', at, at + interval '2 days', case when each.n % 20 = 0 then null else at + interval '20 days' end,
           at + interval '14 days', now() + interval '30 days', at
      from (select n, gen_random_uuid() as id, now() - interval '1 minute' * (n % 400000) as at from generate_series(1, ${stored}) n) each
      join organizations sender on sender.n = (each.n * 7) % ${ORGANIZATIONS}
      join organizations receiver on receiver.n = (each.n * 13 + each.n / ${ORGANIZATIONS}) % ${ORGANIZATIONS};
    insert into referral.event (referral_id, seq, kind, actor, actor_subject, actor_org, to_state, version, at, prev_hash, hash)
    select id, 1, 'send', 'sender', 'staff of ' || sender_org, sender_org, state, version, sent_at, '', '' from referral.referral`)
  for (const settle of ['vacuum analyze referral.referral', 'vacuum analyze referral.event', 'checkpoint']) sql(process.env.BALCAO_HOME, settle)
  console.log(`${stored} referrals stored in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

/** What an organization's staff touched in a year, as the data protection officer asks after a breach; every row of it is read. */
async function breach() {
  const organization = organizationOf('bruno')
  for (const who of [`organization=${organization}`, `subject=${encodeURIComponent(`staff of ${organization}`)}`]) {
    const began = performance.now()
    const answer = await fetch(`${api}/audit/touched?${who}&from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&format=csv`, {
      headers: { authorization: `Bearer ${tokens.graca}` },
    })
    const rows = (await answer.text()).trim().split('\n').length - 1
    check(answer.status === 200 && rows > stored / ORGANIZATIONS / 2, `the list after a breach: ${answer.status}, ${rows} rows`)
    console.log(`all that was touched by ${who.split('=')[0]}: ${rows} referrals in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
}

async function get(path, person) {
  const answer = await fetch(`${api}/${path}`, { headers: { authorization: `Bearer ${tokens[person]}` } })
  check(answer.status === 200, `${path} answered ${answer.status}`)
  await answer.arrayBuffer()
}

async function measure(what, readers, ask) {
  for (let n = 0; n < 200; n++) await ask()
  const took = []
  const end = performance.now() + (seconds * 1000) / 3
  await Promise.all(
    Array.from({ length: readers }, async () => {
      while (performance.now() < end) {
        const began = performance.now()
        await ask()
        took.push(performance.now() - began)
      }
    }),
  )
  console.log(`${what}: ${((took.length * 3) / seconds).toFixed(0)} a second, ${times(took)}`)
}

async function write() {
  const steps = {}
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, n) => {
      for (let round = 0; performance.now() < end; round++) {
        const { service_id } = taking[(n + round) % taking.length]
        const sent = await post('referrals', referral(service_id), 'amina', undefined, steps)
        const { id, receiver_organization_id } = sent.referral
        for (const [version, [path, body]] of [['study'], ['acceptance'], ['completion', { code: 'got_help' }]].entries())
          await post(`referrals/${id}/${path}`, body, personAt[receiver_organization_id], version + 1, steps)
      }
    }),
  )
  return { steps, took: (performance.now() - began) / 1000 }
}

async function post(path, body, person, version, steps) {
  const began = performance.now()
  const answer = await fetch(`${api}/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokens[person]}`,
      'idempotency-key': crypto.randomUUID(),
      ...(version && { 'if-match': `"v${version}"` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  })
  const json = await answer.json()
  check(answer.ok, `${path} answered ${answer.status}: ${JSON.stringify(json)}`)
  ;(steps[path.split('/').at(-1)] ??= []).push(performance.now() - began)
  return json
}

function times(all) {
  all.sort((one, other) => one - other)
  const at = (part) => all[Math.min(all.length - 1, Math.floor(all.length * part))].toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`
}
