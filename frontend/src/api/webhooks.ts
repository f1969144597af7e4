import { askPrivately, type Reply } from './private'
import { asRecord, type Json, optionalString, records, required, strings } from './wire'

/** An address that is told of changes. */
export interface Webhook {
  id: string
  url: string
  types: string[]
  active: boolean
  offBecause?: string
  failures: number
}

export interface WebhookMessage {
  id: string
  seq: number
  state: string
  tries: number
  nextAt?: string
  status?: number
  problem?: string
  queuedAt: string
}

/** What was answered to a message that says nothing. */
export interface WebhookTest {
  good: boolean
  status?: number
  problem?: string
  milliseconds: number
}

const number = (value: unknown) => (typeof value === 'number' ? value : undefined)

const toWebhook = (json: Json): Webhook => ({
  id: required(json, 'id'),
  url: required(json, 'url'),
  types: strings(json.types),
  active: json.active === true,
  offBecause: optionalString(json.off_because),
  failures: Number(json.failures),
})

const toMessage = (json: Json): WebhookMessage => ({
  id: required(json, 'id'),
  seq: Number(json.seq),
  state: required(json, 'state'),
  tries: Number(json.tries),
  nextAt: optionalString(json.next_at),
  status: number(json.status),
  problem: optionalString(json.problem),
  queuedAt: required(json, 'queued_at'),
})

const path = (id: string, rest = '') => `/webhooks/${encodeURIComponent(id)}${rest}`

export const getWebhooks = (token: string): Promise<Reply<Webhook[]>> =>
  askPrivately('/webhooks', { method: 'GET', token }, (value) => records(value).map(toWebhook))

export const makeWebhook = (token: string, url: string): Promise<Reply<Webhook>> =>
  askPrivately('/webhooks', { token, body: { url } }, (value) => toWebhook(asRecord(value)))

export const switchWebhook = (token: string, { id, url, types }: Webhook, active: boolean): Promise<Reply<Webhook>> =>
  askPrivately(path(id), { method: 'PUT', token, body: { url, types, active } }, (value) => toWebhook(asRecord(value)))

export const deleteWebhook = (token: string, id: string): Promise<Reply<undefined>> =>
  askPrivately(path(id), { method: 'DELETE', token }, () => undefined)

export const tryWebhook = (token: string, id: string): Promise<Reply<WebhookTest>> =>
  askPrivately(path(id, '/tests'), { token, body: {} }, (value) => {
    const json = asRecord(value)
    return {
      good: json.good === true,
      status: number(json.status),
      problem: optionalString(json.problem),
      milliseconds: Number(json.milliseconds),
    }
  })

export const getWebhookMessages = (token: string, id: string): Promise<Reply<WebhookMessage[]>> =>
  askPrivately(path(id, '/messages'), { method: 'GET', token }, (value) => records(value).map(toMessage))

export const replayWebhook = (token: string, id: string, after: number): Promise<Reply<number>> =>
  askPrivately(path(id, '/replays'), { token, body: { after } }, (value) => Number(asRecord(value).messages))
