import type { Fact } from '../../eligibility/pack'

/** Amounts in the rules are whole cents; these facts are amounts. */
const MONEY = new Set(['income_month', 'movable_assets'])

export const isMoney = (fact: Fact): boolean => MONEY.has(fact.id)
