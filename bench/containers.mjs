// Runs the services of docker-compose.yml without Docker, on Linux as root: each has a network namespace of its own on one bridge, a file
// system of its own laid over this machine's, the user, environment, volumes and limits that the compose file and its Dockerfile say.
// What cannot be had without Docker: the base images. This machine's Java, Debian's nginx and the embedded PostgreSQL stand for them.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { top } from './proof.mjs'

const java = run(join(top, 'bin/jdk')).trim()

/** Runs a program to its end and gives what it printed. */
export function run(program, args = [], options = {}) {
  const ended = spawnSync(program, args, { encoding: 'utf8', ...options })
  if (ended.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${ended.stderr || ended.error?.message || ended.status}`)
  return ended.stdout
}

/** The compose file as an object, with ${NAME}, ${NAME:-otherwise} and ${NAME:?reason} filled in from these variables. */
export function compose(file, variables) {
  const fill = (text) =>
    text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name, kind, rest) => {
      if (variables[name]) return variables[name]
      if (kind === '?') throw new Error(`${name}: ${rest}`)
      return rest ?? ''
    })
  const filled = (value) =>
    typeof value === 'string'
      ? fill(value)
      : Array.isArray(value)
        ? value.map(filled)
        : value && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each)]))
          : value
  const read = run(join(java, 'bin/java'), ['-cp', join(top, 'backend/target/quarkus-app/lib/main/*'), join(top, 'bench/Yaml.java'), file])
  return filled(JSON.parse(read))
}

/** The last stage of a Dockerfile as [[INSTRUCTION, rest], …]. */
function lastStage(file) {
  const lines = readFileSync(file, 'utf8').replaceAll('\\\n', ' ').split('\n').map((line) => line.trim())
  const instructions = lines.filter((line) => line && !line.startsWith('#')).map((line) => [line.split(/\s+/, 1)[0], line.replace(/^\S+\s+/, '')])
  return instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'))
}

const parsed = (text) => (text.startsWith('[') ? JSON.parse(text) : ['sh', '-c', text])

let gateway
let taken = 1

/** The bridge that stands for the compose file's network; the machine itself is its gateway. */
export function network({ networks }) {
  gateway = networks.default.ipam.config[0].gateway
  run('mount', ['-t', 'tmpfs', 'tmpfs', '/run'])
  run('ip', ['link', 'set', 'lo', 'up'])
  run('ip', ['link', 'add', 'compose', 'type', 'bridge'])
  run('ip', ['addr', 'add', `${gateway}/24`, 'dev', 'compose'])
  run('ip', ['link', 'set', 'compose', 'up'])
  return gateway
}

/** What Docker does for a published port: who comes to this machine comes to the container from its gateway. */
export async function publish(mapping, container) {
  const [host, from, to] = mapping.split(':')
  const server = createServer((near) => {
    const far = connect(Number(to), container.address)
    near.pipe(far).on('error', () => near.destroy())
    far.pipe(near).on('error', () => far.destroy())
  })
  await new Promise((ready) => server.listen(Number(from), host, ready))
}

/** One service of the compose file. */
export class Container {
  /**
   * @param service what the compose file says of it
   * @param work a folder for its layers and volumes
   */
  constructor(name, service, work) {
    this.name = name
    this.service = service
    this.folder = join(work, name)
    this.root = join(this.folder, 'root')
    this.log = join(this.folder, 'log')
    this.address = service.networks?.default?.ipv4_address ?? gateway.replace(/\d+$/, ++taken)
    this.environment = {}
    this.workdir = '/'
    for (const part of ['upper', 'work', 'root']) mkdirSync(join(this.folder, part), { recursive: true })
    run('mount', ['-t', 'overlay', name, '-o', `lowerdir=/,upperdir=${this.folder}/upper,workdir=${this.folder}/work`, this.root])
    run('ip', ['netns', 'add', name])
    run('ip', ['link', 'add', `to-${name}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name])
    run('ip', ['link', 'set', `to-${name}`, 'master', 'compose', 'up'])
    run('ip', ['-n', name, 'link', 'set', 'lo', 'up'])
    run('ip', ['-n', name, 'addr', 'add', `${this.address}/24`, 'dev', 'eth0'])
    run('ip', ['-n', name, 'link', 'set', 'eth0', 'up'])
    run('ip', ['-n', name, 'route', 'add', 'default', 'via', gateway])
  }

  within(path) {
    return join(this.root, path)
  }

  /** Does what the last stage of its Dockerfile says; a file of an earlier stage is taken from where this machine built it. */
  build(dockerfile, builtBefore) {
    for (const [instruction, rest] of lastStage(dockerfile)) {
      if (instruction === 'WORKDIR') mkdirSync(this.within((this.workdir = rest)), { recursive: true })
      else if (instruction === 'ENV') for (const [, key, value] of rest.matchAll(/(\w+)=(\S*)/g)) this.environment[key] = value
      else if (instruction === 'USER') this.user = rest
      else if (instruction === 'ENTRYPOINT') this.command = parsed(rest)
      else if (instruction === 'HEALTHCHECK') this.healthcheck = parsed(rest.slice(rest.indexOf('CMD ') + 4))
      else if (instruction === 'RUN') run('chroot', [this.root, 'sh', '-c', rest])
      else if (instruction === 'COPY') this.copy(rest.split(/\s+/), builtBefore)
    }
    return this
  }

  copy(words, builtBefore) {
    const options = words.filter((word) => word.startsWith('--'))
    const paths = words.filter((word) => !word.startsWith('--'))
    const target = paths.pop()
    const into = this.within(target.startsWith('/') ? target : join(this.workdir, target))
    for (const path of paths) {
      const source = options.some((option) => option.startsWith('--from=')) ? builtBefore(path) : join(top, path)
      const isFolder = run('stat', ['-c', '%F', source]).startsWith('directory')
      const copy = isFolder || !target.endsWith('/') ? into : join(into, source.slice(source.lastIndexOf('/') + 1))
      mkdirSync(dirname(copy), { recursive: true })
      if (isFolder) run('rm', ['-rf', copy])
      cpSync(source, copy, { recursive: true })
      const mode = options.find((option) => option.startsWith('--chmod='))
      if (mode) chmodSync(copy, parseInt(mode.slice(8), 8))
    }
  }

  /** Mounts what the compose file says, makes the rest read-only if it says so, and starts the command. */
  start(hosts, command = this.command) {
    writeFileSync(this.within('/etc/hosts'), `127.0.0.1 localhost ${hostname()}\n${hosts.map(({ name, address }) => `${address} ${name}`).join('\n')}\n`)
    const volumes = (this.service.volumes ?? []).map((volume) => volume.split(':'))
    const temporary = (this.service.tmpfs ?? []).map((entry) => entry.split(':'))
    for (const path of ['/proc', '/dev']) run('mount', ['--rbind', path, this.within(path)])
    for (const [, path] of volumes) mkdirSync(this.within(path), { recursive: true })
    for (const [path] of temporary) mkdirSync(this.within(path), { recursive: true })
    for (const [name, path] of volumes) {
      const folder = (this.volume = join(this.folder, 'volumes', name))
      // a new volume begins as the image's folder, its owner and rights too
      if (!existsSync(folder)) {
        mkdirSync(dirname(folder), { recursive: true })
        run('cp', ['-a', this.within(path), folder])
      }
      run('mount', ['--bind', folder, this.within(path)])
    }
    for (const [path, options = 'mode=1777'] of temporary) run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', this.within(path)])
    if (this.service.read_only) run('mount', ['-o', 'remount,ro', this.root])
    // as the base images have them
    this.environment = { PATH: `${java}/bin:${process.env.PATH}`, LANG: 'C.UTF-8', ...this.environment, ...this.service.environment }
    this.restart(command)
  }

  /** Starts the command in what is mounted already. */
  restart(command = this.command) {
    const said = openSync(this.log, 'a', 0o644)
    // a container may write to its own output
    chownSync(this.log, ...this.ids())
    this.process = spawn('ip', this.inside(command), { stdio: ['ignore', said, said] })
  }

  ids() {
    const [uid, gid = uid] = String(this.service.user ?? this.user).split(':').map(Number)
    return [uid, gid]
  }

  /** The arguments of `ip` that run a command in here, as its user, without any capability. */
  inside(command) {
    const [uid, gid] = this.ids()
    const bare = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs', '--bounding-set=-all', '--inh-caps=-all']
    const variables = Object.entries(this.environment).map(([key, value]) => `${key}=${value}`)
    return ['netns', 'exec', this.name, 'chroot', this.root, ...bare, 'env', '-i', `--chdir=${this.workdir}`, ...variables, ...command]
  }

  /** Runs a command in here to its end; gives its exit code and what it printed. */
  exec(command) {
    const ended = spawnSync('ip', this.inside(command), { encoding: 'utf8', timeout: 10_000 })
    return { code: ended.status, said: `${ended.stdout}${ended.stderr}` }
  }

  /** Waits until its own health check says yes. */
  async healthy(seconds, healthcheck = this.healthcheck) {
    for (let tried = 0; tried < seconds * 2; tried++) {
      if (this.exec(healthcheck).code === 0) return true
      if (this.process.exitCode !== null) return false
      await pause(500)
    }
    return false
  }

  said() {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8') : ''
  }
}
