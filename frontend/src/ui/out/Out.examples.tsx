import type { Examples } from '../examples'
import { Out } from './Out'

const examples: Examples = {
  'another site': () => <Out href="https://aima.gov.pt/pt">aima.gov.pt</Out>,
  'an address that is not followed': () => <Out href="javascript:alert(1)">javascript:alert(1)</Out>,
}

export default examples
