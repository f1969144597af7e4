import type { Refusal } from '../../api/private'
import { Notice } from '../../ui/Notice'
import { W, wrongWords } from './words'

const WORDS: Record<number, string> = { 0: W.offline, 401: W.endedExpired, 409: W.stale, 412: W.stale }

/** What was asked was not done: why, and which fields are wrong. */
export const Refused = ({ refusal }: { refusal: Refusal }) => (
  <Notice tone="bad">
    <p>{WORDS[refusal.status] ?? W.refused}</p>
    {refusal.fields.length > 0 && (
      <ul>
        {refusal.fields.map((each) => (
          <li key={each.field + each.detail}>{wrongWords(each)}</li>
        ))}
      </ul>
    )}
  </Notice>
)
