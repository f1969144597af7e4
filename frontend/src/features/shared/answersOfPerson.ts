import { useSyncExternalStore } from 'react'
import type { Answer, Answers } from '../../eligibility/answers'
import { whenLeaving } from '../../ui/leave/leaving'

/** What somebody said of themselves. It stays in this tab, and on this device only if they ask for it. */
export interface Said {
  answers: Answers
  /** The facts they were asked, answered or not: they are not asked again. */
  asked: string[]
  kept: boolean
}

const KEY = 'balcao-eligibility'
const NOTHING: Said = { answers: {}, asked: [], kept: false }
const listeners = new Set<() => void>()
let said: Said = read()

function read(): Said {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return NOTHING
    const { answers, asked } = kept as Partial<Said>
    if (typeof answers !== 'object' || answers === null || !Array.isArray(asked)) return NOTHING
    return { answers, asked: asked.filter((each) => typeof each === 'string'), kept: true }
  } catch {
    return NOTHING // nothing kept, no storage, or not ours
  }
}

function change(to: Said) {
  said = to
  try {
    if (to.kept) localStorage.setItem(KEY, JSON.stringify({ answers: to.answers, asked: to.asked }))
    else localStorage.removeItem(KEY)
  } catch {
    said = { ...to, kept: false }
  }
  for (const listener of listeners) listener()
}

/** @param answer undefined for what is not known or not said */
export const say = (fact: string, answer: Answer) =>
  change({ ...said, answers: { ...said.answers, [fact]: answer }, asked: [...said.asked.filter((each) => each !== fact), fact] })

/** As if it had not been asked yet. */
export function takeBack(fact: string) {
  const { [fact]: _, ...answers } = said.answers
  change({ ...said, answers, asked: said.asked.filter((each) => each !== fact) })
}

export const keep = (kept: boolean) => change({ ...said, kept })

export const eraseAll = () => change(NOTHING)

whenLeaving(() => {
  if (!said.kept) eraseAll()
})

export const useSaid = (): Said =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => said,
    () => NOTHING,
  )
