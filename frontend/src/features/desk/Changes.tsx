import type { Change } from '../../api/upkeep'
import { valueWords } from './syncWords'
import { fieldWords } from './upkeepWords'

/** What was there and what comes, field by field. */
export const Changes = ({ changes }: { changes: Change[] }) => (
  <ul className="small">
    {changes.map((change) => (
      <li key={change.field}>
        {fieldWords(change.field)}: <del>{valueWords(change.before)}</del> <ins>{valueWords(change.after)}</ins>
      </li>
    ))}
  </ul>
)
