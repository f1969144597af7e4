// @vitest-environment node
import { expect, it } from 'vitest'
import { DISTRICTS } from '../src/features/home/districts'
import { drawDistricts } from './districts'

const { districts, width, height } = drawDistricts()

it('draws every district and autonomous region that can be chosen, once', () => {
  expect(districts.map(({ code }) => code)).toEqual(DISTRICTS.map(({ code }) => code).sort())
})

it('draws on the sheet and nowhere else', () => {
  for (const { path, x, y } of districts) {
    const numbers = path.match(/[\d.]+/g)?.map(Number) ?? []
    expect(numbers.length).toBeGreaterThan(5)
    const xs = numbers.filter((_, at) => at % 2 === 0)
    const ys = numbers.filter((_, at) => at % 2 === 1)
    for (const each of [...xs, x]) expect(each >= 0 && each <= width).toBe(true)
    for (const each of [...ys, y]) expect(each >= 0 && each <= height).toBe(true)
  }
})

it('keeps the north up and the coast to the west', () => {
  const at = (code: string) => districts.find((each) => each.code === code) ?? { x: 0, y: 0 }
  const [braganca, faro, lisboa, evora] = ['04', '08', '11', '07'].map(at) as [
    { x: number; y: number },
    { x: number; y: number },
    { x: number; y: number },
    { x: number; y: number },
  ]
  expect(braganca.y).toBeLessThan(faro.y)
  expect(lisboa.x).toBeLessThan(evora.x)
})
