#!/usr/bin/env node
// Our tabular dump as a stranger's library reads it: descriptor, types and keys. usage: bin/with-product bench/frictionless.mjs
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { check } from './proof.mjs'

const work = mkdtempSync(join(tmpdir(), 'balcao-frictionless-'))
try {
  const api = `${process.env.BALCAO_URL}/api`
  for (let tries = 0; tries < 300 && !(await fetch(`${api}/dumps`)).ok; tries++) await pause(1000)
  const dump = await fetch(`${api}/dumps/balcao-hsds.zip`)
  check(dump.ok, `the dump was answered ${dump.status}`)
  writeFileSync(join(work, 'dump.zip'), Buffer.from(await dump.arrayBuffer()))
  mkdirSync(join(work, 'dump'))
  check(spawnSync('python3', ['-m', 'zipfile', '-e', join(work, 'dump.zip'), join(work, 'dump')]).status === 0 || spawnSync('unzip', ['-q', join(work, 'dump.zip'), '-d', join(work, 'dump')]).status === 0, 'the dump does not unzip')
  writeFileSync(join(work, 'package.json'), '{"private": true}')
  check(spawnSync('npm', ['i', '--ignore-scripts', '--no-audit', '--no-fund', 'datapackage@1'], { cwd: work }).status === 0, 'the library could not be fetched')
  const { Package } = createRequire(join(work, 'package.json'))('datapackage')
  const read = await Package.load(join(work, 'dump/datapackage.json'), { basePath: join(work, 'dump') })
  check(read.valid, `the descriptor is not valid: ${read.errors}`)
  let rows = 0
  for (const resource of read.resources) rows += (await resource.read({ relations: true })).length
  console.log(`Frictionless reads ${read.resources.length} tables with ${rows} rows, keys included: 0 errors`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
