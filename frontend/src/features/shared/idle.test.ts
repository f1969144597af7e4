import { describe, expect, it } from 'vitest'
import { changesIn, idleAt, WARNING } from './idle'

const QUARTER = 15 * 60_000

describe('a screen left alone', () => {
  it('is in use until a minute before its limit, then warned of, then left', () => {
    expect(idleAt(0, 0, QUARTER)).toBe('in-use')
    expect(idleAt(QUARTER - WARNING - 1, 0, QUARTER)).toBe('in-use')
    expect(idleAt(QUARTER - WARNING, 0, QUARTER)).toBe('warned')
    expect(idleAt(QUARTER - 1, 0, QUARTER)).toBe('warned')
    expect(idleAt(QUARTER, 0, QUARTER)).toBe('left')
  })

  it('is left when the machine slept over the warning', () => {
    expect(idleAt(10 * QUARTER, 0, QUARTER)).toBe('left')
  })

  it('is looked at again when that changes', () => {
    expect(changesIn(0, 0, QUARTER)).toBe(QUARTER - WARNING)
    expect(changesIn(QUARTER - WARNING, 0, QUARTER)).toBe(WARNING)
    expect(changesIn(2 * QUARTER, 0, QUARTER)).toBe(0)
  })
})
