import type { Examples } from '../examples'
import { Loading } from './Loading'

const examples: Examples = { 'waiting for an answer': () => <Loading /> }

export default examples
