import type { SourceText } from './catalogue'

/** The longest sentence that somebody who reads with difficulty is given. */
export const MOST_WORDS = 20

const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+/).filter(Boolean)
const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter(Boolean).length

/** The sentences of a source text that are too long to be read at once. */
export const longSentences = ({ id, english, portuguese }: SourceText): string[] =>
  [english, portuguese]
    .flatMap(sentences)
    .filter((sentence) => wordsIn(sentence) > MOST_WORDS)
    .map((sentence) => `"${id}": ${wordsIn(sentence)} words in "${sentence}"`)
