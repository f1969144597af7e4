/** A text of the directory together with the language it is really in. */
export interface Text {
  value: string
  /** BCP 47 tag. */
  language: string
  origin: 'human' | 'machine'
  reviewed: boolean
  /** The text it was translated from has changed since. */
  stale: boolean
}

export interface Named {
  id: string
  name: Text
}
