import type { Examples } from '../examples'
import { DistrictMap } from './DistrictMap'

const DISTRICTS = [
  { code: '03', name: 'Braga', count: 20, local: 14, doors: 14 },
  { code: '06', name: 'Coimbra', count: 27, local: 21, doors: 21 },
  { code: '08', name: 'Faro', count: 39, local: 33, doors: 33 },
  { code: '11', name: 'Lisboa', count: 102, local: 96, doors: 96 },
  { code: '12', name: 'Portalegre', count: 6, local: 0, doors: 0 },
  { code: '13', name: 'Porto', count: 64, local: 58, doors: 58 },
  { code: '30', name: 'Região Autónoma da Madeira', count: 12, local: 6, doors: 6 },
  { code: '40', name: 'Região Autónoma dos Açores', count: 7, local: 1, doors: 1 },
]
const hrefOf = (code: string) => `/places/${code}`

const examples: Examples = {
  'much, little and nothing': () => <DistrictMap districts={DISTRICTS} hrefOf={hrefOf} />,
  'areas without a known door': () => (
    <DistrictMap districts={DISTRICTS.map((each) => ({ ...each, doors: each.local > 20 ? each.doors : 0 }))} hrefOf={hrefOf} />
  ),
  'one district chosen': () => <DistrictMap districts={DISTRICTS} hrefOf={hrefOf} current="11" />,
}

export default examples
