import type { AgreementText, Counts, Followed, FollowedLeg, Listing, ReachablePerson, Referral, State } from '../model/referral'
import { STATES } from '../model/referral'
import type { PageLanguage } from '../i18n/languages'
import type { Answer } from '../model/remote'
import { ask } from './http'
import { askPrivately, type Reply } from './private'
import { asRecord, type Json, oneOf, optionalString, records, required, strings } from './wire'

const stateOf = (json: Json): State => oneOf(...STATES)(json.state) ?? 'sent'

const toListing = (value: unknown): Listing => {
  const json = asRecord(value)
  return {
    name: optionalString(json.name) ?? '',
    organization: optionalString(json.organization) ?? '',
    phone: optionalString(json.phone),
    address: optionalString(json.address),
  }
}

export function toReferral(value: unknown, etag = ''): Referral {
  const json = asRecord(value)
  return {
    id: required(json, 'id'),
    version: etag,
    state: stateOf(json),
    parties: strings(json.parties),
    actions: strings(json.actions),
    origin: optionalString(json.origin) ?? 'desk',
    priority: optionalString(json.priority) ?? 'normal',
    need: optionalString(json.need),
    languages: strings(json.languages),
    interpreter: json.interpreter === true,
    municipality: optionalString(json.municipality),
    ageBand: optionalString(json.age_band),
    household: optionalString(json.household),
    accessibility: strings(json.accessibility),
    facts: asRecord(json.facts),
    documents: strings(json.documents),
    personDeadline: optionalString(json.person_deadline),
    listing: toListing(json.listing),
    code: optionalString(json.code),
    remark: optionalString(json.remark),
    sentAt: required(json, 'sent_at'),
    dueAt: optionalString(json.due_at),
    endedAt: optionalString(json.ended_at),
    overdue: json.overdue === true,
    opened: json.opened === true,
    legs: records(json.legs).map((leg) => ({
      id: required(leg, 'id'),
      position: Number(leg.position),
      listing: toListing(leg.listing),
      state: stateOf(leg),
    })),
    events: records(json.events).map((event) => ({
      seq: Number(event.seq),
      kind: required(event, 'kind'),
      actor: required(event, 'actor'),
      code: optionalString(event.code),
      at: required(event, 'at'),
    })),
    onwardAgreed: strings(asRecord(json.agreement).purposes).includes('onward'),
  }
}

export interface Box {
  items: Referral[]
  after?: string
  counts: Counts
}

function toBox(value: unknown): Box {
  const json = asRecord(value)
  const counts = asRecord(json.counts)
  return {
    items: records(json.contents).map((each) => toReferral(each)),
    after: optionalString(json.after),
    counts: {
      open: Number(counts.open),
      waiting: Number(counts.waiting),
      dueToday: Number(counts.due_today),
      overdue: Number(counts.overdue),
    },
  }
}

export const getBox = (token: string, box: 'received' | 'sent', ended: boolean, after?: string): Promise<Reply<Box>> =>
  askPrivately(
    `/referrals?box=${box}&ended=${ended}${after ? `&after=${encodeURIComponent(after)}` : ''}`,
    { method: 'GET', token },
    toBox,
  )

export const getReferral = (token: string, id: string): Promise<Reply<Referral>> =>
  askPrivately(`/referrals/${encodeURIComponent(id)}`, { method: 'GET', token }, toReferral)

/** How to reach the person; that it was read is written down. */
export const openReferral = (token: string, id: string): Promise<Reply<ReachablePerson>> =>
  askPrivately(`/referrals/${encodeURIComponent(id)}/person`, { token }, (value) => {
    const json = asRecord(value)
    return {
      called: required(json, 'called'),
      channel: required(json, 'channel'),
      contact: optionalString(json.contact),
      noMessage: json.no_message === true,
      doNotSayWho: json.do_not_say_who === true,
      hours: optionalString(json.hours),
      note: optionalString(json.note),
    }
  })

/** @param step the last part of the step's address */
export const takeStep = (token: string, referral: Referral, step: string, body?: object): Promise<Reply<Referral>> =>
  askPrivately(
    `/referrals/${referral.id}/${step}`,
    { token, version: referral.version, key: crypto.randomUUID(), body },
    toReferral,
  )

/** Something that happened beside the steps: a try to reach the person, a question to the sender, an answer to the receiver. */
export const noteOf = (
  token: string,
  referral: string,
  kind: 'contact-attempts' | 'questions' | 'answers',
  code?: string,
): Promise<Reply<void>> =>
  askPrivately(
    `/referrals/${encodeURIComponent(referral)}/${kind}`,
    { token, body: code ? { code } : undefined },
    () => undefined,
  )

export interface Sent {
  id: string
  /** To follow it. A desk that asks the same again gets none; a person who does gets it for a quarter of an hour. */
  code?: string
}

const toSent = (value: unknown): Sent => {
  const json = asRecord(value)
  return { id: required(asRecord(json.referral), 'id'), code: optionalString(json.code) }
}

/** @param token without one a person asks for themselves */
export const sendReferral = (body: object, key: string, token?: string): Promise<Reply<Sent>> =>
  askPrivately(token ? '/referrals' : '/referrals/self', { token, key, body }, toSent)

/** @param verified how the desk knows that it is the person, who asked by themselves: in_person or called_back */
export const makeAnotherCode = (token: string, id: string, verified?: string): Promise<Reply<string>> =>
  askPrivately(`/referrals/${encodeURIComponent(id)}/code`, { token, body: { verified } }, (value) =>
    required(asRecord(value), 'code'),
  )

function toFollowed(value: unknown): Followed {
  const json = asRecord(value)
  return {
    legs: records(json.legs).map(
      (leg): FollowedLeg => ({
        state: stateOf(leg),
        organization: optionalString(leg.organization),
        service: optionalString(leg.service),
        phone: optionalString(leg.phone),
        address: optionalString(leg.address),
        sentAt: required(leg, 'sent_at'),
        dueAt: optionalString(leg.due_at),
        overdue: leg.overdue === true,
        code: optionalString(leg.code),
      }),
    ),
    actions: strings(json.actions),
  }
}

/** The code on paper goes in the body, never in an address. */
export const followReferral = (code: string): Promise<Reply<Followed>> =>
  askPrivately('/my-referral', { body: { code } }, toFollowed)

export const withdrawMyReferral = (code: string, reason: string): Promise<Reply<Followed>> =>
  askPrivately('/my-referral/withdrawal', { body: { code, reason } }, toFollowed)

export const sayOfMyReferral = (code: string, reason: string): Promise<Reply<Followed>> =>
  askPrivately('/my-referral/statements', { body: { code, reason } }, toFollowed)

export const eraseMyReferral = (code: string): Promise<Reply<Followed>> =>
  askPrivately('/my-referral/erasure', { body: { code } }, toFollowed)

/** All that is held, as it came: for the person to keep. */
export const exportMyReferral = (code: string): Promise<Reply<string>> =>
  askPrivately('/my-referral/export', { body: { code } }, (json) => JSON.stringify(json, null, 2))

export const getAgreementText = (language: PageLanguage, signal?: AbortSignal): Promise<Answer<AgreementText>> =>
  ask('/my-referral/agreement-text', { language, signal }, (value) => {
    const json = asRecord(value)
    return {
      id: required(json, 'id'),
      version: required(json, 'version'),
      language: required(json, 'language'),
      reviewed: json.reviewed === true,
      brief: required(json, 'brief'),
      notice: required(json, 'notice'),
    }
  })

/** The ids of the services that take referrals. */
/** By service: whether its name would tell why somebody goes there. */
export const getIntakes = (signal?: AbortSignal): Promise<Answer<ReadonlyMap<string, boolean>>> =>
  ask(
    '/intakes',
    { signal },
    (value) => new Map(records(value).map((each) => [required(each, 'service_id'), each.sensitive !== false])),
  )
