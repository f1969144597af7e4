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

/** How sure the search is of what was meant. Outside: it is understood, and no service here is for it. */
export type Certainty = 'sure' | 'unsure' | 'outside'

/** What a part of what was typed was taken for. */
export interface Part {
  text: string
  kind: string
  code?: string
  name?: string
  /** Of `open_at`: the zone in which the day or hour was taken. */
  timezone?: string
}

/** What was made of the words in the box. */
export interface SearchReport {
  understood: Part[]
  /** No service has everything. */
  loosened: boolean
  /** The kinds of danger that the words speak of. */
  urgent: string[]
  certainty: Certainty
  /** The first service of this page helps with anything. */
  helpFirst: boolean
  /** Needs that may be meant, named in the reader's language. */
  topics: { code: string; name: string }[]
  /** Where nothing was found: what there is without one filter, by the name of its parameter. */
  nearest: { without: string; total: number }[]
}

/** What somebody who is still typing may mean. */
export interface Suggestion {
  kind: 'need' | 'place' | 'service'
  /** Of a need or a place its code, of a service its id. */
  key: string
  name: string
  /** Of a place. */
  level?: 'district' | 'autonomous_region' | 'municipality'
  /** The language of the name, where it may be another one than the page's. */
  language?: string
}
