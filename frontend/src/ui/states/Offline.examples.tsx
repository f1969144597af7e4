import type { Examples } from '../examples'
import { Offline } from './Offline'

const examples: Examples = { 'no network and no copy': () => <Offline onRetry={() => undefined} /> }

export default examples
