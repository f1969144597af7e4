import { type Refusal, unreachedBy } from '../../api/private'
import { Notice } from '../../ui/notice/Notice'
import { W, wrongWords } from './words'

const WORDS: Record<number, string> = { 0: W.offline, 401: W.endedExpired, 409: W.stale, 412: W.stale }

/** There is an open referral of this desk to the same service with the same contact. */
export const isDouble = ({ status, fields }: Refusal): boolean =>
  status === 409 && fields.some(({ field }) => field === '/person/contact')

const wordsOf = (refusal: Refusal): string =>
  isDouble(refusal) ? W.double : (WORDS[refusal.status] ?? (unreachedBy(refusal) === 'fault' ? W.fault : W.refused))

/** What was asked was not done: why, and which fields are wrong. */
export const Refused = ({ refusal }: { refusal: Refusal }) => (
  <Notice tone="bad">
    <p>{wordsOf(refusal)}</p>
    {refusal.fields.length > 0 && (
      <ul>
        {refusal.fields.map((each) => (
          <li key={each.field + each.detail}>{wrongWords(each)}</li>
        ))}
      </ul>
    )}
  </Notice>
)
