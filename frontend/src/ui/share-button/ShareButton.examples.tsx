import type { Examples } from '../examples'
import { PrintButton, ShareButton } from './ShareButton'

const examples: Examples = {
  'pass it on': () => <ShareButton title="Aulas de português" />,
  'take it along on paper': () => <PrintButton />,
}

export default examples
