/** Where a referral is in its life. */
export const STATES = [
  'sent',
  'under_study',
  'accepted',
  'in_progress',
  'on_hold',
  'completed',
  'declined',
  'forwarded',
  'withdrawn',
  'expired',
  'lapsed',
  'voided',
] as const
export type State = (typeof STATES)[number]

/** A service as it was when a referral to it was sent. */
export interface Listing {
  name: string
  organization: string
  phone?: string
  address?: string
}

export interface Leg {
  id: string
  position: number
  listing: Listing
  state: State
}

export interface ReferralEvent {
  seq: number
  kind: string
  actor: string
  code?: string
  at: string
}

export interface Referral {
  id: string
  version: string
  state: State
  parties: string[]
  actions: string[]
  origin: string
  priority: string
  need?: string
  languages: string[]
  interpreter: boolean
  municipality?: string
  ageBand?: string
  household?: string
  accessibility: string[]
  facts: Record<string, unknown>
  documents: string[]
  personDeadline?: string
  listing: Listing
  code?: string
  remark?: string
  sentAt: string
  dueAt?: string
  endedAt?: string
  overdue: boolean
  opened: boolean
  legs: Leg[]
  events: ReferralEvent[]
  onwardAgreed: boolean
}

export interface Counts {
  open: number
  waiting: number
  dueToday: number
  overdue: number
}

/** How to reach the person: what is sealed until the receiver accepts. */
export interface ReachablePerson {
  called: string
  channel: string
  contact?: string
  noMessage: boolean
  doNotSayWho: boolean
  hours?: string
  note?: string
}

/** What the person's page shows of one leg; a sensitive service has no name there. */
export interface FollowedLeg {
  state: State
  organization?: string
  service?: string
  phone?: string
  address?: string
  sentAt: string
  dueAt?: string
  overdue: boolean
  code?: string
}

export interface Followed {
  legs: FollowedLeg[]
  actions: string[]
}

export interface AgreementText {
  id: string
  version: string
  language: string
  reviewed: boolean
  brief: string
  notice: string
}

/** Who is signed in. */
export interface Session {
  role: string
  organization?: string
  maySend: boolean
  /** As the identity provider calls who is signed in. */
  subject: string
  /** A screen that nobody uses for so long signs out, in milliseconds. */
  idle: number
}
