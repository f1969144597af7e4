import { expect, it } from 'vitest'
import { show } from '../../testing/render'
import { Running } from './Running'

const numbersIn = (text: string, language: string) =>
  [...show(<Running text={text} language={language} />).container.querySelectorAll('bdi[dir="ltr"]')].map(
    (each) => each.textContent,
  )

it.each([
  ['ar', 'اتصل على +351 217 115 000 الآن', ['+351 217 115 000']],
  ['ur', 'صبح 09:00-12:30 تک', ['09:00-12:30']],
  ['ar', 'رقم 116 111 أو 112', ['116 111', '112']],
  ['ar', 'برنامج Porta 65+ للشباب', ['65+']],
  ['uk', 'за номером 217 115 000', []],
])('in %s the numbers of "%s" keep their order', (language, text, numbers) => {
  expect(numbersIn(text, language)).toEqual(numbers)
})

it('shows and copies the text as it is', () => {
  const text = 'اتصل على 217 115 000 من 09:00 إلى 19:00.'
  expect(show(<Running text={text} language="ar" />).container.textContent).toBe(text)
})
