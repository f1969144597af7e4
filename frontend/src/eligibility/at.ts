import { type Day, spanOf } from './days'

/** Why a pack is not loaded: where in it, as a JSON pointer, and what is wrong there. */
export class PackError extends Error {
  constructor(
    readonly pointer: string,
    problem: string,
  ) {
    super(`${pointer || '/'}: ${problem}`)
  }
}

type Json = Record<string, unknown>

const ID = /^[a-z][a-z0-9]*([._-][a-z0-9]+){0,9}$/

/** A place in a pack that is being read. */
export class At {
  constructor(
    readonly pointer: string,
    readonly value: unknown,
  ) {}

  fail(problem: string): never {
    throw new PackError(this.pointer, problem)
  }

  /** An object with these properties and no others; a name that ends in "?" may be absent. */
  object(...names: string[]): this {
    const object = this.json()
    const known = new Set(names.map((name) => name.replace('?', '')))
    for (const name of names) if (!name.endsWith('?') && !(name in object)) this.fail(`${name} is missing`)
    for (const name of Object.keys(object)) if (!known.has(name)) this.fail(`has an unknown property ${name}`)
    return this
  }

  json(): Json {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) this.fail('is not an object')
    return this.value as Json
  }

  has(name: string): boolean {
    return typeof this.value === 'object' && this.value !== null && Object.hasOwn(this.value, name)
  }

  get(name: string): At {
    if (!this.has(name)) this.fail(`${name} is missing`)
    return new At(`${this.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, this.json()[name])
  }

  optional<T>(name: string, read: (at: At) => T): T | undefined {
    return this.has(name) ? read(this.get(name)) : undefined
  }

  list<T>(least: number, most: number, read: (at: At) => T): T[] {
    if (!Array.isArray(this.value) || this.value.length < least || this.value.length > most)
      this.fail(`is not a list of ${least} to ${most}`)
    return (this.value as unknown[]).map((each, i) => read(new At(`${this.pointer}/${i}`, each)))
  }

  pair(which: 0 | 1): At {
    if (!Array.isArray(this.value) || this.value.length !== 2) this.fail('is not a pair')
    return new At(`${this.pointer}/${which}`, (this.value as unknown[])[which])
  }

  map<T>(most: number, read: (at: At) => T): Record<string, T> {
    const object = this.json()
    if (Object.keys(object).length > most) this.fail(`is not an object of at most ${most}`)
    return Object.fromEntries(
      Object.keys(object).map((name) => {
        const at = this.get(name)
        at.checkId(name)
        return [name, read(at)]
      }),
    )
  }

  text(): string {
    if (typeof this.value !== 'string') this.fail('is not a text')
    return this.value as string
  }

  id(): string {
    this.checkId(this.text())
    return this.text()
  }

  /** The id of a record of the directory. */
  record(): string {
    if (!/^[a-z0-9-]{1,64}$/.test(this.text())) this.fail('is not the id of a record')
    return this.text()
  }

  checkId(id: string) {
    if (id.length > 64 || !ID.test(id)) this.fail('is not an id')
  }

  oneOf<T extends string>(...words: T[]): T {
    const word = words.find((each) => each === this.text())
    if (word === undefined) this.fail(`is none of ${words.join(', ')}`)
    return word as T
  }

  integer(least: number, most: number): number {
    const value = this.value as number
    if (!Number.isSafeInteger(value) || value < least || value > most) this.fail(`is not a whole number from ${least} to ${most}`)
    return value
  }

  bool(): boolean {
    if (typeof this.value !== 'boolean') this.fail('is neither true nor false')
    return this.value as boolean
  }

  day(): Day {
    const span = this.text().length === 10 ? spanOf(this.text()) : undefined
    if (!span) this.fail('is not a date from 1900 to 2199, as 2024-08-31')
    return span[0]
  }
}

/** JSON in the one form that RFC 8785 gives to a value of objects, lists, texts, whole numbers and truths. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const object = value as Json
    return `{${Object.keys(object)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonical(object[name])}`)
      .join(',')}}`
  }
  return JSON.stringify(value)
}
