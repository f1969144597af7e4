let carried = ''

/**
 * Carries the code of a request to the page where it is followed. It lies in this tab's memory only, until that page takes it: never in an
 * address, in the history or on the device.
 */
export function carryCode(code: string) {
  carried = code
}

/** The code that was carried, once; empty if there is none. */
export function takeCode(): string {
  const code = carried
  carried = ''
  return code
}
