// oxlint-disable-next-line import/default -- the bundler makes it of the file
import ProofWorker from './proofOfWork.worker?worker'
import { asRecord, optionalString } from './wire'

/** More than this a telephone would take minutes for; then it is better to come back later. */
const MOST_BITS = 22

export interface Challenge {
  text: string
  bits: number
  header: string
}

let working = 0
const listeners = new Set<() => void>()

function count(change: number) {
  working += change
  for (const each of listeners) each()
}

/** Whether the page works for a request, or waits to send it again. */
export const isWorking = (): boolean => working > 0

export function watchWork(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells whoever watches that a request takes longer than usual. */
export async function whileWorking<T>(work: Promise<T>): Promise<T> {
  count(1)
  try {
    return await work
  } finally {
    count(-1)
  }
}

/** What a refusal asks to be worked at, if this browser can: it computes hashes on secure addresses only. */
export function challengeOf(problem: unknown): Challenge | undefined {
  const json = asRecord(asRecord(problem).challenge)
  const text = optionalString(json.text)
  const header = optionalString(json.header)
  const bits = Number(json.bits)
  const possible = typeof Worker !== 'undefined' && globalThis.crypto?.subtle !== undefined
  return possible && text && header && bits > 0 && bits <= MOST_BITS ? { text, bits, header } : undefined
}

/** The proof, worked out beside the page so that it stays usable; nothing if that cannot be done. */
export function proofFor({ text, bits }: Challenge): Promise<string | undefined> {
  return whileWorking(
    new Promise((resolve) => {
      const worker = new ProofWorker()
      const end = (proof?: string) => {
        worker.terminate()
        resolve(proof)
      }
      worker.addEventListener('message', ({ data }: MessageEvent<string>) => end(data))
      worker.addEventListener('error', () => end())
      worker.postMessage({ text, bits })
    }),
  )
}
