import type { Examples } from '../examples'
import { NotFound } from './NotFound'

const examples: Examples = { 'no such address': () => <NotFound /> }

export default examples
