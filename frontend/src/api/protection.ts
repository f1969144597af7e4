import type { Answer } from '../model/remote'
import { ask } from './http'
import { askPrivately, type Reply } from './private'
import { asRecord, type Json, optionalString, records, required } from './wire'

/** Two of a desk answer for sending somebody without agreement. */
export interface VitalInterest {
  id: string
  organization: string
  service: string
  reason: string
  mine: boolean
  askedAt: string
  confirmedAt?: string
  referral?: string
}

const toVitalInterest = (json: Json): VitalInterest => ({
  id: required(json, 'id'),
  organization: required(json, 'organization_id'),
  service: required(json, 'service_id'),
  reason: required(json, 'reason'),
  mine: json.mine === true,
  askedAt: required(json, 'asked_at'),
  confirmedAt: optionalString(json.confirmed_at),
  referral: optionalString(json.referral_id),
})

export const getVitalInterests = (token: string): Promise<Reply<VitalInterest[]>> =>
  askPrivately('/vital-interests', { method: 'GET', token }, (value) => records(value).map(toVitalInterest))

export const askVitalInterest = (token: string, service: string, reason: string): Promise<Reply<VitalInterest>> =>
  askPrivately('/vital-interests', { token, body: { service_id: service, reason } }, (value) => toVitalInterest(asRecord(value)))

export const confirmVitalInterest = (token: string, id: string): Promise<Reply<VitalInterest>> =>
  askPrivately(`/vital-interests/${encodeURIComponent(id)}/confirmation`, { token }, (value) => toVitalInterest(asRecord(value)))

/** Of all organizations, for the data protection officer. */
export const getAllVitalInterests = (token: string): Promise<Reply<VitalInterest[]>> =>
  askPrivately('/audit/vital-interests', { method: 'GET', token }, (value) => records(value).map(toVitalInterest))

/** What an account or an organization touched in a window. */
export interface Touched {
  referrals: number
  opened: number
  first: { referral: string; state: string; opened: boolean; firstAt: string; lastAt: string }[]
}

const inWindow = (who: { subject?: string; organization?: string }, from: string, to: string): URLSearchParams =>
  new URLSearchParams({
    ...(who.subject && { subject: who.subject }),
    ...(who.organization && { organization: who.organization }),
    from,
    to,
  })

export const getTouched = (
  token: string,
  who: { subject?: string; organization?: string },
  from: string,
  to: string,
): Promise<Reply<Touched>> =>
  askPrivately(`/audit/touched?${inWindow(who, from, to)}`, { method: 'GET', token }, (value) => {
    const json = asRecord(value)
    return {
      referrals: Number(json.referrals),
      opened: Number(json.opened),
      first: records(json.contents).map((each) => ({
        referral: required(each, 'referral_id'),
        state: required(each, 'state'),
        opened: each.opened === true,
        firstAt: required(each, 'first_at'),
        lastAt: required(each, 'last_at'),
      })),
    }
  })

/** All of it as a table, to be kept. */
export async function getTouchedTable(
  token: string,
  who: { subject?: string; organization?: string },
  from: string,
  to: string,
): Promise<Blob | undefined> {
  try {
    const answer = await fetch(`/api/audit/touched?${inWindow(who, from, to)}&format=csv`, {
      cache: 'no-store',
      headers: { authorization: `Bearer ${token}` },
    })
    return answer.ok ? await answer.blob() : undefined
  } catch {
    return undefined // no connection: nothing is saved, and the button says so
  }
}

/** Shares from 0 to 1 by name, and counts; those of fewer than ten cases are absent. */
export type Figures = Record<string, number>

const toFigures = (value: unknown): Figures =>
  Object.fromEntries(
    Object.entries(asRecord(value)).flatMap(([name, share]) => (typeof share === 'number' ? [[name, share]] : [])),
  )

export const getMyFigures = (token: string): Promise<Reply<Figures>> =>
  askPrivately('/figures/mine', { method: 'GET', token }, toFigures)

export const getFigures = (signal?: AbortSignal): Promise<Answer<Figures>> => ask('/figures', { signal }, toFigures)
