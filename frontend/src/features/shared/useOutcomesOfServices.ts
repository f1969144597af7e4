import type { Outcome } from '../../eligibility/assess'
import { useSaid } from './answersOfPerson'
import { useRemote, valueOf } from './useRemote'

const NOTHING_SAID: ReadonlyMap<string, Outcome> = new Map()

/** What the rules say of services, for somebody who told something of themselves; rules are fetched for no one else. */
export function useOutcomesOfServices(): ReadonlyMap<string, Outcome> {
  const { answers, asked } = useSaid()
  const outcomes = useRemote(
    ['eligibility-of-services', answers],
    async () => (await import('./outcomesOfServices')).outcomesOfServices(answers),
    { enabled: asked.length > 0 },
  )
  return valueOf(outcomes) ?? NOTHING_SAID
}
