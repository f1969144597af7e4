import type { Examples } from '../examples'
import { SavedCopy } from './SavedCopy'

const examples: Examples = {
  'kept on this device': () => <SavedCopy at={new Date('2026-11-25T16:30:00Z')} />,
}

export default examples
