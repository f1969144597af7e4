import type { Examples } from '../examples'
import { Pagination } from './Pagination'

const hrefOf = (page: number) => `/services?page=${page}`

const examples: Examples = {
  'the first of several pages': () => <Pagination page={1} pages={7} hrefOf={hrefOf} />,
  'one between others': () => <Pagination page={3} pages={7} hrefOf={hrefOf} />,
  'the last': () => <Pagination page={7} pages={7} hrefOf={hrefOf} />,
}

export default examples
