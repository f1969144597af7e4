#!/usr/bin/env node
// The roles with tokens of a real Keycloak: its realm is the one of the repository, with a client for each role that signs in with a key of its own
// (client credentials, private_key_jwt), and a mediator who signs in to the page with a second factor. usage: bench/keycloak.mjs
import { execFileSync, spawn } from 'node:child_process'
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createRequire } from 'node:module'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ANY_PORTS, alive, check, end, heldPort, portsOf, top } from './proof.mjs'

const DESKS = ['mediator', 'partner-editor', 'partner-client']
const ROLES = [...DESKS, 'national-editor', 'national-admin', 'auditor']
const ORGANIZATION = '0b4cdd9e-75b4-5c39-9d0b-6f3c1a0fdc11'
const work = mkdtempSync(join(tmpdir(), 'balcao-keycloak-'))
// each has to know the other's address before it is there, so both ports are held from now on
const keycloakPort = await heldPort()
const ourPort = await heldPort()
const issuer = `http://localhost:${keycloakPort.port}/realms/balcao`
const pairs = Object.fromEntries(ROLES.map((role) => [role, generateKeyPairSync('ec', { namedCurve: 'P-256' })]))

const ours = ourPort.port
const PASSWORD = 'a long one for a try-out'
const TOKEN_SECONDS = 66

const realm = JSON.parse(readFileSync(join(top, 'keycloak/balcao-realm.json'), 'utf8'))
realm.users = [
  {
    username: 'marta',
    enabled: true,
    email: 'marta@example.org',
    emailVerified: true,
    firstName: 'Marta',
    lastName: 'Exemplo',
    credentials: [{ type: 'password', value: PASSWORD, temporary: false }],
    requiredActions: ['CONFIGURE_TOTP'],
    realmRoles: ['mediator'],
    attributes: { org: [ORGANIZATION] },
  },
]
// so that the page has to renew its token while it is watched
realm.accessTokenLifespan = TOKEN_SECONDS
realm.clients.find(({ clientId }) => clientId === 'balcao-page').redirectUris = [`http://localhost:${ours}/*`]
for (const role of ROLES) {
  const jwk = { ...pairs[role].publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: role }
  realm.clients.push({
    clientId: role,
    enabled: true,
    publicClient: false,
    standardFlowEnabled: false,
    serviceAccountsEnabled: true,
    clientAuthenticatorType: 'client-jwt',
    attributes: { 'use.jwks.string': 'true', 'jwks.string': JSON.stringify({ keys: [jwk] }), 'token.endpoint.auth.signing.alg': 'ES256' },
    defaultClientScopes: ['balcao', ...(DESKS.includes(role) ? ['referral:read', 'referral:write'] : [])],
    optionalClientScopes: ['referral:send'],
  })
  realm.users.push({
    username: `service-account-${role}`,
    enabled: true,
    serviceAccountClientId: role,
    realmRoles: [role, ...(role === 'partner-client' ? ['referral-sender'] : [])],
    ...(DESKS.includes(role) && { attributes: { org: [ORGANIZATION] } }),
  })
}
writeFileSync(join(work, 'realm.json'), JSON.stringify(realm))

const keycloak = spawn(join(top, 'bin/keycloak'), [join(work, 'realm.json')], { env: { ...process.env, KEYCLOAK_PORT: '0', KC_DB: 'dev-mem' }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
let said = ''
for (const stream of [keycloak.stdout, keycloak.stderr])
  stream.on('data', (data) => {
    said += data
    const listening = /Listening on: http:\/\/\S+?:(\d+)/.exec(said)
    if (listening) keycloakPort.to(Number(listening[1]))
  })
let product
let failure
try {
  await prove()
} catch (thrown) {
  failure = thrown
}
await end(product)
if (alive(keycloak)) process.kill(-keycloak.pid, 'SIGTERM')
keycloakPort.close()
ourPort.close()
rmSync(work, { recursive: true, force: true })
if (failure) {
  console.error(`Failed: ${failure.message}\n${said.split('\n').slice(-15).join('\n')}`)
  process.exitCode = 1
}

async function prove() {
  const began = performance.now()
  await until(`${issuer}/.well-known/openid-configuration`, () => alive(keycloak), 240)
  console.log(`Keycloak stood after ${((performance.now() - began) / 1000).toFixed(0)} s`)
  product = spawn(join(top, 'bin/serve'), [], {
    env: { ...process.env, OIDC_AUTH_SERVER_URL: issuer, BALCAO_HOME: join(work, 'home'), ...ANY_PORTS },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [product.stdout, product.stderr]) stream.on('data', (data) => (said += data))
  const ports = await portsOf(product, join(work, 'home'))
  check(ports, 'the program did not start')
  ourPort.to(ports.port)
  await until(`http://localhost:${ports.management}/q/health/ready`, () => alive(product), 120)
  const api = `http://localhost:${ours}/api`

  const signIn = await (await fetch(`${api}/session/sign-in`)).json()
  check(signIn.mode === 'provider' && signIn.issuer === issuer && signIn.client_id === 'balcao-page' && signIn.people.length === 0, `sign-in says ${JSON.stringify(signIn)}`)
  check((await fetch(`${api}/session/development`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"person":"amina"}' })).status === 404, 'an invented person signed in')

  let cells = 0
  const wrong = []
  for (const role of ROLES) {
    const bearer = await token(role, 'referral:send')
    const asked = [
      ['GET', 'session', () => true],
      ['GET', 'referrals', (one) => DESKS.includes(one)],
      ['GET', `referrals/${crypto.randomUUID()}`, (one) => DESKS.includes(one)],
      ['POST', 'referrals', (one) => ['mediator', 'partner-client'].includes(one)],
      ['POST', `referrals/${crypto.randomUUID()}/acceptance`, (one) => DESKS.includes(one)],
      ['PUT', 'notices', (one) => ['mediator', 'partner-editor'].includes(one)],
      ['GET', 'figures/mine', (one) => ['mediator', 'partner-editor'].includes(one)],
      ['PUT', `intakes/${crypto.randomUUID()}`, (one) => one === 'partner-editor'],
    ]
    for (const [method, path, may] of asked) {
      cells++
      const answer = await fetch(`${api}/${path}`, {
        method,
        headers: { authorization: `Bearer ${bearer}`, 'if-match': '"v1"', 'content-type': 'application/json' },
        body: method === 'GET' ? undefined : '{}',
      })
      const right = may(role) ? ![401, 403].includes(answer.status) && answer.status < 500 : answer.status === 403
      if (!right) wrong.push(`${method} ${path} as ${role}: ${answer.status}`)
    }
    const session = await (await fetch(`${api}/session`, { headers: { authorization: `Bearer ${bearer}` } })).json()
    if (session.role !== role || (DESKS.includes(role) && session.organization !== ORGANIZATION)) wrong.push(`session of ${role}: ${JSON.stringify(session)}`)
  }
  const another = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const forged = await assertion('mediator', another.privateKey)
  check((await fetch(`${api}/session`, { headers: { authorization: `Bearer ${forged}` } })).status === 401, 'a token of somebody else was taken')
  check((await exchange('mediator', forged)).status >= 400, 'Keycloak took an assertion with another key')
  check(wrong.length === 0, wrong.join('\n'))
  console.log(`tokens of Keycloak by private_key_jwt: ${ROLES.length} roles × 8 operations = ${cells} cells, 0 wrong; forged tokens refused`)
  await person(`http://localhost:${ours}`)
}

/** A mediator signs in to the page: password, second factor, the code with its verifier; the token is renewed; they sign out. */
async function person(page) {
  const { chromium } = createRequire(join(top, 'frontend/package.json'))('@playwright/test')
  const browser = await chromium.launch({ executablePath: execFileSync(join(top, 'bin/browser'), { encoding: 'utf8' }).trim(), args: ['--no-sandbox'] })
  try {
    const tab = await browser.newPage()
    const foreign = []
    const exchanged = []
    tab.on('request', (request) => {
      const { origin, pathname } = new URL(request.url())
      if (pathname === '/api/session/token') exchanged.push(new URLSearchParams(request.postData()).get('grant_type'))
      if (origin !== page && !request.isNavigationRequest() && new URL(tab.url()).origin === page) foreign.push(request.url())
    })
    await tab.goto(`${page}/pt/desk/start`)
    await tab.getByRole('button', { name: 'Entrar', exact: true }).click()
    await tab.locator('#username').fill('marta')
    await tab.locator('#password').fill(PASSWORD)
    await tab.locator('#kc-login').click()
    await tab.locator('#mode-manual').click()
    const secret = (await tab.locator('#kc-totp-secret-key').innerText()).replaceAll(' ', '')
    await tab.locator('#totp').fill(totp(secret))
    await tab.locator('#saveTOTPBtn').click()
    await tab.getByText('Entrou como').waitFor()
    check(new URL(tab.url()).pathname === '/pt/desk/start' && new URL(tab.url()).search === '', `came back to ${tab.url()}`)
    // only who uses the page keeps their token
    await tab.locator('h1').click()
    for (let n = 0; n < 60 && exchanged.length < 2; n++) await pause(250)
    check(exchanged.join() === 'authorization_code,refresh_token', `tokens were asked for by ${exchanged}`)
    check((await tab.getByText('Entrou como').count()) === 1, 'the session ended with its first token')
    check(foreign.length === 0, `the page asked ${foreign[0]}`)
    await tab.getByRole('button', { name: 'Sair' }).click()
    await tab.waitForURL(`${page}/pt/desk`)
    await tab.getByRole('button', { name: 'Entrar', exact: true }).click()
    await tab.locator('#username').waitFor()
    console.log('a mediator signed in to the page with a second factor and PKCE, kept on working with a new token, signed out; the page asked no other host')
  } finally {
    await browser.close()
  }
}

/** RFC 6238, as an authenticator shows it. */
function totp(secret) {
  const bits = [...secret].map((each) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(each).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = hash[19] & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function token(role, scope) {
  const answer = await exchange(role, await assertion(role, pairs[role].privateKey), scope)
  const json = await answer.json()
  check(answer.ok, `Keycloak gave ${role} no token: ${JSON.stringify(json)}`)
  return json.access_token
}

function exchange(role, jwt, scope) {
  return fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...(scope && { scope }),
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: jwt,
    }),
  })
}

/** RFC 7523, signed with ES256. */
async function assertion(client, key) {
  const now = Math.floor(Date.now() / 1000)
  const part = (json) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const text = `${part({ alg: 'ES256', typ: 'JWT', kid: client })}.${part({ iss: client, sub: client, aud: issuer, jti: crypto.randomUUID(), iat: now, exp: now + 50 })}`
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

async function until(address, lives, seconds) {
  for (let n = 0; n < seconds * 4; n++) {
    if (!lives()) throw new Error(`it ended before it answered at ${address}`)
    const status = await fetch(address).then((answer) => answer.status, () => 0)
    if (status === 200) return
    await pause(250)
  }
  throw new Error(`no answer at ${address}`)
}
