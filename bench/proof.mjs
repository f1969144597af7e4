// What the proofs that kill processes have in common.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const top = resolve(fileURLToPath(import.meta.url), '../..')

/** One of some thousand services, with another name each time. */
export function editOfService(n) {
  return {
    services: [
      {
        id: `crash-service-${n % 1000}`,
        name: `Serviço de ensaio ${tokenOf(n)}`,
        organization: 'crash-1',
        status: 'active',
        taxonomy: ['food'],
        audience: ['everyone'],
        confidence: 'low',
        description: { pt: 'Registo inventado para o ensaio de falhas.', en: 'An invented record for the crash test.' },
        sources: [{ url: 'https://example.org/ensaio' }],
      },
    ],
  }
}

/** A word that no other edit has, always as long. */
export function tokenOf(n) {
  return 'zq' + n.toString(26).padStart(5, '0').replace(/[0-9a-p]/g, (digit) => 'abcdefghijklmnopqrstuvwxyz'[parseInt(digit, 26)])
}

export function alive(child) {
  return child !== undefined && child.exitCode === null && child.signalCode === null
}

export async function killed9(child) {
  if (!alive(child)) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

export async function end(child) {
  if (!alive(child)) return
  child.kill('SIGCONT')
  child.kill('SIGTERM')
  await once(child, 'exit')
}

export function check(holds, otherwise) {
  if (!holds) throw new Error(otherwise)
}

/** For the environment of a program: it chooses its ports itself, so that nobody can take them before it does. */
export const ANY_PORTS = { PORT: '0', MANAGEMENT_PORT: '0' }

/** The ports that a program opened, once it has; nothing if it ended before. What an earlier one left behind has another process number. */
export async function portsOf(child, home) {
  for (; alive(child); await pause(20)) {
    try {
      const { pid, port, management_port: management } = JSON.parse(readFileSync(join(home, 'ports.json'), 'utf8'))
      if (pid === child.pid) return { port, management }
    } catch {
      // not there yet
    }
  }
  return undefined
}

/** Asks a program that may be killed meanwhile: a request whose connection breaks before it is sent may never be answered, nor refused. */
export const ask = (address, options = {}) => fetch(address, { ...options, signal: AbortSignal.timeout(10_000) })

/**
 * A port that is held from now on, for who has to be told one before there is anybody at it, or while it changes: what comes in is handed on to the
 * port that `to` named last, and broken off while there is none.
 */
export async function heldPort() {
  let target
  const open = new Set()
  const server = createServer((from) => {
    open.add(from.on('error', () => {}).on('close', () => open.delete(from)))
    if (target === undefined) return from.destroy()
    const onward = connect(target, '127.0.0.1')
    onward.on('error', () => from.destroy()).on('close', () => from.destroy())
    from.on('close', () => onward.destroy())
    from.pipe(onward).pipe(from)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => {
    server.close()
    for (const each of open) each.destroy()
  }
  return { port: server.address().port, to: (port) => (target = port), close }
}

/** Runs SQL as the owner of the embedded database of a home, and gives rows with tabs between their values. */
export function sql(home, query) {
  const java = spawnSync(join(top, 'bin/jdk'), { encoding: 'utf8' }).stdout.trim()
  const asked = spawnSync(
    join(java, 'bin/java'),
    ['-Xmx512m', '-cp', join(top, 'backend/target/quarkus-app/lib/main/*'), join(top, 'bench/Sql.java'), home],
    { input: query, encoding: 'utf8', maxBuffer: 1 << 30 },
  )
  if (asked.status !== 0) throw new Error(`the database could not be asked: ${asked.stderr}`)
  return asked.stdout.split('\n').filter(Boolean)
}

/** The process number of the embedded PostgreSQL of a home; nothing while there is none. */
export function postmasterOf(home) {
  try {
    return Number(readFileSync(join(home, 'database/data/postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}
