/** Why an answer did not come. Each looks different to the person who waits for it. */
export type Problem =
  | { kind: 'offline' }
  | { kind: 'away'; retryAfterSeconds?: number }
  | { kind: 'not-found' }
  | { kind: 'refused'; title: string; fields: { field: string; detail: string }[] }
  | { kind: 'unexpected'; title: string }

/** An answer of the directory. `savedAt` is given when it came from the copy kept on the device. */
export type Answer<T> = { ok: true; value: T; savedAt?: string } | { ok: false; problem: Problem }

/** Remote data as a screen sees it: one value with a status. */
export type Remote<T> =
  | { status: 'loading' }
  | { status: 'failed'; problem: Problem; retry: () => void }
  | { status: 'found'; value: T; savedAt?: string; refreshing: boolean }
