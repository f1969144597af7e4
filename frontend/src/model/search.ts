/** Why a service is among those found: the words it has, or what it was understood to be for. */
export interface Reason {
  kind: string
  /** Of words: the text they stand in, its language, and where they are in it as pairs of offsets. */
  text?: string
  language?: string
  marks: [number, number][]
  name?: string
  code?: string
}

/** What was made of the words in the box. */
export interface SearchReport {
  understood: { text: string; kind: string; code?: string; name?: string }[]
  /** No service has everything. */
  loosened: boolean
  /** The kinds of danger that the words speak of. */
  urgent: string[]
}
