import type { Examples } from '../examples'
import { DistrictMap } from './DistrictMap'

const DISTRICTS = [
  { code: '03', name: 'Braga', count: 14 },
  { code: '06', name: 'Coimbra', count: 21 },
  { code: '08', name: 'Faro', count: 33 },
  { code: '11', name: 'Lisboa', count: 96 },
  { code: '12', name: 'Portalegre', count: 0 },
  { code: '13', name: 'Porto', count: 58 },
  { code: '30', name: 'Região Autónoma da Madeira', count: 6 },
  { code: '40', name: 'Região Autónoma dos Açores', count: 1 },
]
const hrefOf = (code: string) => `/places/${code}`

const examples: Examples = {
  'much, little and nothing': () => <DistrictMap districts={DISTRICTS} hrefOf={hrefOf} />,
  'one district chosen': () => <DistrictMap districts={DISTRICTS} hrefOf={hrefOf} current="11" />,
}

export default examples
