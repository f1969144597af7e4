/** Answers what the server asks of a place that used up its quota: docs/limits.md. Needs nothing of the page, so that a worker can run it. */

const AT_ONCE = 256

/** So many zero bits the hash begins with. */
export function zeroBits(hash: Uint8Array): number {
  let bits = 0
  for (const each of hash) {
    if (each !== 0) return bits + Math.clz32(each) - 24
    bits += 8
  }
  return bits
}

/** Finds a number n such that the SHA-256 of "text.n" begins with so many zero bits, and gives "text.n". */
export async function solve(text: string, bits: number): Promise<string> {
  const encoder = new TextEncoder()
  for (let first = 0; ; first += AT_ONCE) {
    const proofs = Array.from({ length: AT_ONCE }, (_, i) => `${text}.${first + i}`)
    const hashes = await Promise.all(proofs.map((each) => crypto.subtle.digest('SHA-256', encoder.encode(each))))
    const right = hashes.findIndex((each) => zeroBits(new Uint8Array(each)) >= bits)
    if (right >= 0) return proofs[right] as string
  }
}
