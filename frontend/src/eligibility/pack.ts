import type { Day } from './days'
import type { Criterion, Expression, Term } from './expression'

export interface Fact {
  index: number
  id: string
  type: 'bool' | 'code' | 'date' | 'int'
  /** Of a bool yes and no. */
  codes: string[]
  least: number
  most: number
  /** When it is asked; 0 never. */
  stage: number
  sensitive: boolean
}

export interface Item {
  id: string
  when?: Expression
  alternatives: string[]
  service?: string
}

export interface Version {
  from: Day
  to: Day
  /** The fact whose date decides which version counts; without one the day of asking does. */
  anchor?: number
  status: 'draft' | 'reviewed' | 'published' | 'withdrawn'
  reviewAgainBy: string
  when: Expression
  until?: Term
  notBefore?: Term
  applyBy?: Term
  criteria: Criterion[]
  documents: Item[]
  next: Item[]
  sources: string[]
  /** The days on which an amount that is read here changes. */
  parameterDays: Day[]
}

export interface Programme {
  id: string
  kind: 'entitlement' | 'service' | 'procedure' | 'status'
  decidedBy: string
  /** The services that are this programme: whoever may have the one may use the other. */
  services: string[]
  versions: Version[]
}

export interface Source {
  url: string
  title: string
  kind: 'law' | 'authority' | 'ngo' | 'press'
  seenOn: string
}

export interface Pack {
  facts: Fact[]
  programmes: Programme[]
  sources: Record<string, Source>
}
