import { useRef } from 'react'
import { type Refusal, type Reply, unreachedBy } from '../../api/private'
import { type Sent, sendReferral } from '../../api/referrals'

/** What is sent; the contact is absent if the person comes back with the code. */
export interface Wanted {
  person: { contact?: string; [field: string]: unknown }
  [field: string]: unknown
}

interface Attempt {
  wanted: Wanted
  /** What was said, to tell a request that comes again from another. */
  text: string
  key: string
}

/** What came of it. */
export type Outcome =
  /** @param earlier it says what was written before, in an attempt whose answer was lost */
  { kind: 'taken'; code: string; earlier: boolean } | { kind: 'refused'; refusal: Refusal }

const isConflict = ({ status, fields }: Refusal, field: string): boolean =>
  status === 409 && fields.some((each) => each.field === field)

/** There is an open request to this service with this contact. */
export const isDouble = (refusal: Refusal): boolean => isConflict(refusal, '/person/contact')

/** This request came before, and its code cannot be given again. */
export const isTooLate = (refusal: Refusal): boolean => isConflict(refusal, 'Idempotency-Key')

/**
 * Sends what a person asks for. As long as it says the same, it is sent with the same key: so it is one request however often its answer is
 * lost, and the answer that arrives in the end has the code.
 */
export function useAsking() {
  const last = useRef<Attempt | undefined>(undefined)
  const unanswered = useRef<Attempt[]>([])

  const attempt = async (each: Attempt): Promise<Reply<Sent>> => {
    const reply = await sendReferral(each.wanted, each.key)
    if (!reply.ok && unreachedBy(reply.refusal) && !unanswered.current.includes(each)) unanswered.current.push(each)
    return reply
  }

  /** The code of an attempt whose answer was lost: it may be the open request that stands in the way of this one. */
  const fromBefore = async (now: Attempt): Promise<string | undefined> => {
    const { contact } = now.wanted.person
    for (const each of unanswered.current.filter((one) => one !== now && one.wanted.person.contact === contact)) {
      const reply = await attempt(each)
      if (reply.ok) return reply.value.code
    }
    return undefined
  }

  return async (wanted: Wanted): Promise<Outcome> => {
    const text = JSON.stringify(wanted)
    const now = last.current?.text === text ? last.current : { wanted, text, key: crypto.randomUUID() }
    last.current = now
    const reply = await attempt(now)
    if (reply.ok) return { kind: 'taken', code: reply.value.code ?? '', earlier: false }
    const code = isDouble(reply.refusal) ? await fromBefore(now) : undefined
    if (code) return { kind: 'taken', code, earlier: true }
    // the same again would only be told the same
    if (isTooLate(reply.refusal)) last.current = undefined
    return { kind: 'refused', refusal: reply.refusal }
  }
}
