import { useSyncExternalStore } from 'react'
import type { Answers } from '../../eligibility/answers'
import type { Referral } from '../../model/referral'
import { onLeaving } from '../shared/staffSession'

/** What the next form begins with: it lies in this tab's memory only, and goes with it. */
export interface Prepared {
  /** What a person told the rules on their own telephone. */
  answers: Answers
  /** A referral whose person goes on to the next service. */
  referral?: Referral
}

let prepared: Prepared | undefined
const listeners = new Set<() => void>()
onLeaving(() => prepare(undefined))

export function prepare(to: Prepared | undefined) {
  prepared = to
  for (const listener of listeners) listener()
}

export const usePrepared = (): Prepared | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => prepared,
    () => undefined,
  )
