// Keeps a copy of a Balcão in a file, and brings it up to date each time it is run. Needs Node 20 and nothing else.
// usage: node mirror.mjs https://balcao.example copy.json
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

const [site, file] = process.argv.slice(2)
const client = await (await fetch(`${site}/client.js`)).text()
const { balcao } = await import(`data:text/javascript,${encodeURIComponent(client)}`)
const there = balcao(site)

const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
const { copy, seq } = kept ? { copy: new Map(kept.records), seq: kept.seq } : await there.copy()
const now = await there.follow(copy, seq)

// whole or not at all: a copy that was written halfway is none
writeFileSync(`${file}.new`, JSON.stringify({ seq: now, records: [...copy] }))
renameSync(`${file}.new`, file)
console.log(`${copy.size} records, as of change ${now}`)
