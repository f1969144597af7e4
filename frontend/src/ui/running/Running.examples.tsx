import type { Examples } from '../examples'
import { Running } from './Running'

const examples: Examples = {
  'numbers in a line from right to left': () => (
    <p lang="ar" dir="rtl">
      <Running text="اتصل على +351 217 115 000 من 09:00 إلى 19:00." language="ar" />
    </p>
  ),
  'numbers in a line from left to right': () => (
    <p lang="uk" dir="ltr">
      <Running text="Телефонуйте за номером 217 115 000 з 09:00 до 19:00." language="uk" />
    </p>
  ),
}

export default examples
