import { findLine } from '../../api/services'
import type { PageLanguage } from '../../i18n/languages'
import type { Answer } from '../../model/remote'
import { type OpeningHours, openingAt } from '../../ui/opening/opening'
import type { ClosedAt } from './helplines'

/** By the hours of its listing, with the holidays in them, on which a line of working days does not answer. */
export function closedByHours(hours: OpeningHours | undefined): ClosedAt {
  return (now) => {
    const opening = openingAt(hours, now)
    if (opening.kind === 'closed' || opening.kind === 'opens') return true
    return opening.kind === 'open' ? opening.closure !== undefined : undefined
  }
}

/** What the directory says of when a line of working days is answered. */
export async function findClosedAt(number: string, language: PageLanguage, signal: AbortSignal): Promise<Answer<ClosedAt>> {
  const answer = await findLine(number, language, signal)
  return answer.ok ? { ...answer, value: closedByHours(answer.value?.openingHours) } : answer
}
