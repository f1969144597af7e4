#!/usr/bin/env node
// Draws how the time of a search grows with the number of services: lines of `services,kind,p50,p95` on standard input, an SVG on standard output.
// usage: bench/plot.mjs < docs/search-figures.csv > docs/images/search-cost.svg
import { readFileSync } from 'node:fs'

const rows = readFileSync(0, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))
const kinds = [...new Set(rows.map(([, kind]) => kind))]
const sizes = [...new Set(rows.map(([size]) => Number(size)))].sort((one, other) => one - other)
const COLOURS = ['#1b5e9e', '#b3541e', '#2e7d4f', '#8e3a80', '#946c00', '#c2255c', '#0b7285', '#5f3dc4']
const [width, height, left, right, top, bottom] = [760, 420, 68, 190, 24, 44]
const [least, most] = [1, 1000]
const x = (size) => left + ((width - left - right) * Math.log(size / sizes[0])) / Math.log(sizes.at(-1) / sizes[0])
const y = (ms) => height - bottom - ((height - top - bottom) * Math.log(Math.max(least, ms) / least)) / Math.log(most / least)
const text = (at, words, more = '') => `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${more}>${words}</text>`

const out = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="#222" role="img">`,
  '<title>Milliseconds within which 95 of 100 questions are answered, by the number of services</title>',
  `<rect width="${width}" height="${height}" fill="#fff"/>`,
]
for (const ms of [1, 10, 100, 1000]) {
  out.push(`<path d="M${left} ${y(ms)}H${width - right}" stroke="#ddd"/>`, text([left - 8, y(ms) + 4], `${ms} ms`, 'text-anchor="end"'))
}
for (const size of sizes) {
  out.push(`<path d="M${x(size)} ${top}V${height - bottom}" stroke="#ddd"/>`)
  out.push(text([x(size), height - bottom + 20], size.toLocaleString('en'), 'text-anchor="middle"'))
}
const ends = kinds
  .map((kind, n) => ({ kind, n, points: rows.filter((row) => row[1] === kind).map(([size, , , p95]) => [x(Number(size)), y(Number(p95))]) }))
  .sort((one, other) => one.points.at(-1)[1] - other.points.at(-1)[1])
let label = top
for (const { kind, n, points } of ends) {
  const colour = COLOURS[n % COLOURS.length]
  label = Math.max(label + 16, points.at(-1)[1] + 4)
  out.push(`<path d="M${points.map((point) => point.map((each) => each.toFixed(1)).join(' ')).join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>`)
  for (const [cx, cy] of points) out.push(`<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="3.5" fill="${colour}"/>`)
  out.push(text([width - right + 10, label], kind.replaceAll('-', ' '), `fill="${colour}"`))
}
console.log(out.join('\n') + '\n</svg>')
