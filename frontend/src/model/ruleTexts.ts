/** What the ids in the rules mean, in one language, by kind of id. */
export interface RuleTexts {
  language: string
  /** Whether somebody who speaks it has read them. */
  reviewed: boolean
  programmes: Record<string, string>
  /** What each programme gives. */
  gives: Record<string, string>
  /** The question for each fact. */
  facts: Record<string, string>
  /** By `fact.code`. */
  codes: Record<string, string>
  criteria: Record<string, string>
  deciders: Record<string, string>
  documents: Record<string, string>
  steps: Record<string, string>
}
