import type { Change } from '../../api/upkeep'
import { valueWords } from './syncWords'
import { fieldWords } from './upkeepWords'

/** What was there and what comes, field by field; of a list only what differs. */
export const Changes = ({ changes }: { changes: Change[] }) => (
  <ul className="small">
    {changes.map((change) => {
      const [before, after] = differing(change.before, change.after)
      return (
        <li key={change.field}>
          {fieldWords(change.field)}: <del>{valueWords(before)}</del> <ins>{valueWords(after)}</ins>
        </li>
      )
    })}
  </ul>
)

function differing(before: unknown, after: unknown): [unknown, unknown] {
  if (!Array.isArray(before) || !Array.isArray(after)) return [before, after]
  const without = (list: unknown[], other: unknown[]) => {
    const there = new Set(other.map(valueWords))
    return list.filter((each) => !there.has(valueWords(each)))
  }
  return [without(before, after), without(after, before)]
}
