import type { Answer, Answers } from '../../eligibility/answers'

/** What a person shows at the desk: their answers, after the # of an address, which browsers send to nobody. */
export const handOverAddress = (answers: Answers): string => {
  const said = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined && answer !== null))
  const bytes = new TextEncoder().encode(JSON.stringify(said))
  const text = btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
  return `${location.origin}/pt/desk/start#${text}`
}

const isAnswer = (value: unknown): value is Answer =>
  ['boolean', 'string', 'number'].includes(typeof value) ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string'))

/** @returns nothing if it is not what a person's telephone shows */
export function handedOver(hash: string): Answers | undefined {
  try {
    const bytes = Uint8Array.from(atob(hash.replace(/-/g, '+').replace(/_/g, '/')), (each) => each.charCodeAt(0))
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return undefined
    return Object.fromEntries(Object.entries(said).filter((pair): pair is [string, Answer] => isAnswer(pair[1])))
  } catch {
    return undefined // another code was read, or only a part of this one
  }
}
