import type { Examples } from '../examples'
import { LeaveButton } from './LeaveButton'

const examples: Examples = {
  'the way out of a page that can betray': () => <LeaveButton />,
}

export default examples
