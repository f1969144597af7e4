/** Marks that change a letter little, of the scripts that can be read without them; the vowels of others are marks too, and stay. */
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]/g
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u
/** Words of a script that has no spaces between them. */
export const WITHOUT_SPACES = /^\p{Script=Han}+$/u
const LONGEST_QUESTION = 12

/** A text in small letters without marks. */
export const folded = (text: string): string => text.normalize('NFD').replace(MARKS, '').normalize('NFC').toLowerCase()

/** The words of a text, folded. */
export const wordsOf = (text: string): string[] => folded(text).split(BETWEEN_WORDS).filter(Boolean)

/** The words that are looked for; of what is written without spaces, each two letters that follow each other. */
export function asked(typed: string): string[] {
  const words = wordsOf(typed).flatMap((word) =>
    WITHOUT_SPACES.test(word) && word.length > 2
      ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
      : [word],
  )
  return [...new Set(words)].slice(0, LONGEST_QUESTION)
}

/** Whether a term is another one or within it. */
export const within = (code: string, other: unknown): boolean =>
  typeof other === 'string' && (code === other || code.startsWith(`${other}.`))
