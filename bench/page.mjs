#!/usr/bin/env node
// What somebody with a cheap phone on a slow network waits for: 400 kbit/s with 2 s of latency, and a processor four times slower, in a window of
// 360 by 740 pixels, without what a device keeps. Beside each page, in the same run, a bare document of one sentence: what the profile itself costs.
// First and largest paint as browsers measure them, and when the page has drawn its answers; layout shift; requests and kilobytes.
// usage: bin/with-product bench/page.mjs [LANGUAGE] [PATH …]   (ar, and the four pages below, if not said); CHROMIUM names the browser
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

const { chromium } = createRequire(new URL('../frontend/package.json', import.meta.url))('@playwright/test')
const base = process.env.BALCAO_URL
if (!base) throw new Error('BALCAO_URL must say where the product is: run this by bin/with-product')
const [language = 'ar', ...paths] = process.argv.slice(2)
const BITS_A_SECOND = 400 * 1024
const LATENCY_MS = 2_000
const SLOWER = 4
/** What only the drawn page has. */
const DRAWN = '.item-facts, .record-actions, .question, .where'

const found = await (await fetch(`${base}/api/services?search=144&lang=en&per_page=1`)).json()
const pages = paths.length > 0 ? paths : ['', 'services?need=housing', `services/${found.contents[0].id}`, 'eligibility']

const bare = createServer((_, answer) => {
  answer.setHeader('content-type', 'text/html; charset=utf-8')
  answer.end('<!DOCTYPE html><html lang="pt"><title>Uma frase</title><h1>Uma frase</h1></html>')
})
await new Promise((resolve) => bare.listen(0, '127.0.0.1', resolve))

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || undefined, args: ['--no-sandbox', '--disable-gpu'] })
async function measure(address, drawn = DRAWN) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block', isMobile: true, deviceScaleFactor: 2 })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const speed = BITS_A_SECOND / 8
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: LATENCY_MS, downloadThroughput: speed, uploadThroughput: speed })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  let bytes = 0
  let requests = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests++
  })
  await page.addInitScript((whatIsDrawn) => {
    globalThis.seen = { largest: 0, shift: 0, drawn: 0 }
    const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true })
    watch('largest-contentful-paint', ({ startTime }) => (globalThis.seen.largest = startTime))
    watch('layout-shift', ({ value, hadRecentInput }) => (globalThis.seen.shift += hadRecentInput ? 0 : value))
    new MutationObserver(() => {
      if (!globalThis.seen.drawn && document.querySelector(whatIsDrawn)) globalThis.seen.drawn = performance.now()
    }).observe(document, { subtree: true, childList: true })
  }, drawn)
  await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 })
  // an answer may lead to another question
  await page.waitForTimeout(LATENCY_MS + 1_500)
  await page.waitForLoadState('networkidle')
  const told = await page.evaluate(() => ({
    ...globalThis.seen,
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }))
  await context.close()
  const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1)
  return [seconds(told.first), seconds(told.largest), seconds(told.drawn), told.shift.toFixed(3), requests, Math.round(bytes / 1024)].join(' | ')
}

try {
  console.log('| page | first paint s | largest paint s | drawn by script s | layout shift | requests | kB |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  console.log(`| a bare document | ${await measure(`http://127.0.0.1:${bare.address().port}/`, 'h1')} |`)
  for (const path of pages) console.log(`| ${`/${language}/${path}`.replace(/[0-9a-f-]{36}/, '…')} | ${await measure(`${base}/${language}/${path}`)} |`)
} finally {
  await browser.close()
  bare.close()
}
