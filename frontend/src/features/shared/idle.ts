/** How long before the end whoever is there is warned, in milliseconds. */
export const WARNING = 60_000

/** Whether a screen is in use, about to be given up, or left alone. */
export type Idle = 'in-use' | 'warned' | 'left'

/**
 * @param used when somebody used the page last, in milliseconds since 1970
 * @param limit after so many milliseconds it is left alone
 */
export function idleAt(now: number, used: number, limit: number): Idle {
  const still = used + limit - now
  return still <= 0 ? 'left' : still <= WARNING ? 'warned' : 'in-use'
}

/** In how many milliseconds that changes. */
export const changesIn = (now: number, used: number, limit: number): number =>
  Math.max(0, used + limit - now - (idleAt(now, used, limit) === 'in-use' ? WARNING : 0))
