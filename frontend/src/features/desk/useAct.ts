import { useState } from 'react'
import type { Refusal, Reply } from '../../api/private'

/** Does something and shows what hindered it. */
export function useAct(again: () => void): [Refusal | undefined, (asked: Promise<Reply<unknown>>) => Promise<boolean>] {
  const [refusal, setRefusal] = useState<Refusal>()
  const act = async (asked: Promise<Reply<unknown>>) => {
    const done = await asked
    setRefusal(done.ok ? undefined : done.refusal)
    again()
    return done.ok
  }
  return [refusal, act]
}
