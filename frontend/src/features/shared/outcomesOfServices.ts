import { getPack } from '../../api/eligibility'
import { type Answers, knownFrom } from '../../eligibility/answers'
import { type Outcome, outcomeOf } from '../../eligibility/assess'
import { today } from '../../eligibility/days'
import type { Answer } from '../../model/remote'

/** What the rules say of each service that is a programme, by its id; worked out on this device. */
export async function outcomesOfServices(answers: Answers): Promise<Answer<ReadonlyMap<string, Outcome>>> {
  const pack = await getPack()
  if (!pack.ok) return pack
  const known = knownFrom(pack.value, answers)
  const outcomes = pack.value.programmes.flatMap((programme) => {
    const outcome = outcomeOf(programme, known, today(new Date()))
    return programme.services.map((service): [string, Outcome] => [service, outcome])
  })
  return { ...pack, value: new Map(outcomes) }
}
