import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from '../api/generated/openapi'

/** A line of the dump: a record with what belongs to it, in the words of HSDS. */
export interface Line {
  kind: string
  id: string
  [field: string]: unknown
}

export type Change = components['schemas']['Change'] & { record?: Line }

/** A record by `kind/id`. */
export type Copy = Map<string, Line>

export interface Balcao {
  /** Every operation of openapi.yaml, typed. */
  api: Client<paths>
  /** All that everybody may have, as of the change `seq`. */
  copy: () => Promise<{ copy: Copy; seq: number }>
  /** Changes after one, oldest first, each with the record as it is now, until there are no more. */
  changes: (after: number) => AsyncGenerator<Change>
  /** Brings a copy up to date, and says up to which change it is. */
  follow: (copy: Copy, after: number) => Promise<number>
}

/** A Balcão at an address such as `https://balcao.example`. */
export function balcao(site: string, fetch: typeof globalThis.fetch = globalThis.fetch): Balcao {
  const base = `${site.replace(/\/+$/, '')}/api`
  const api = createClient<paths>({ baseUrl: base, fetch: (request: Request) => fetch(request) })

  async function* changes(after: number): AsyncGenerator<Change> {
    for (let at = after; ; ) {
      const { data } = await api.GET('/changes', { params: { query: { after: at, include: 'records' } } })
      if (!data?.contents) throw new Error('the changes could not be read')
      yield* data.contents as Change[]
      if (!data.more) return
      at = data.after ?? at
    }
  }

  async function follow(copy: Copy, after: number): Promise<number> {
    let seq = after
    for await (const change of changes(after)) {
      const key = `${change.type}/${change.id}`
      if (change.record) copy.set(key, change.record)
      else copy.delete(key)
      seq = change.seq ?? seq
    }
    return seq
  }

  async function copyOfAll(): Promise<{ copy: Copy; seq: number }> {
    const { data } = await api.GET('/dumps')
    const file = data?.files?.find(({ name }) => name?.endsWith('.jsonl'))
    if (!data || !file) throw new Error('the first dump is being made; ask again in a minute')
    const answer = await fetch(`${base}/dumps/${file.name}`)
    const bytes = await answer.arrayBuffer()
    const sum = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
    if (sum !== file.sha256) throw new Error('the dump did not arrive whole')
    const copy: Copy = new Map()
    for (const text of new TextDecoder().decode(bytes).split('\n')) {
      if (!text) continue
      const line = JSON.parse(text) as Line
      copy.set(`${line.kind}/${line.id}`, line)
    }
    return { copy, seq: data.seq ?? 0 }
  }

  return { api, copy: copyOfAll, changes, follow }
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/**
 * Whether a message came from the Balcão with these keys (`GET /api/webhooks/keys`), and not long ago (Standard Webhooks 1.0.0, `v1a`).
 *
 * @param headers of the request, by names in lower case
 * @param body byte by byte as it came
 */
export async function isFromBalcao(
  keys: string[],
  headers: Record<string, string | undefined>,
  body: string,
  now = Date.now(),
): Promise<boolean> {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  if (!id || !timestamp || !(Math.abs(now / 1000 - Number(timestamp)) < 300)) return false
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const signatures = (headers['webhook-signature'] ?? '')
    .split(' ')
    .filter((each) => each.startsWith('v1a,'))
    .map((each) => bytesOf(each.slice('v1a,'.length)))
  for (const key of keys) {
    const known = await crypto.subtle.importKey('raw', bytesOf(key.replace('whpk_', '')), 'Ed25519', false, ['verify'])
    for (const signature of signatures) if (await crypto.subtle.verify('Ed25519', known, signature, signed)) return true
  }
  return false
}
