import type { I18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Span } from '../../eligibility/assess'
import type { Answer } from '../../eligibility/answers'
import { civilOf, type Day } from '../../eligibility/days'
import type { Fact } from '../../eligibility/pack'
import { dateText, numberText, tagOf } from '../../i18n/formats'
import type { PageLanguage } from '../../i18n/languages'
import type { RuleTexts } from '../../model/ruleTexts'
import { isMoney } from '../shared/moneyFacts'

/** A day as words; days have no time, so they are read where no clock can move them. */
export const dayWords = (language: PageLanguage, day: Day): string => dateText(language, new Date(day * 86_400_000), 'UTC')

/** The words of a span that is one day, or that lies between two. */
export const spanWords = (language: PageLanguage, [first, last]: Span): string =>
  first === last ? dayWords(language, first) : `${dayWords(language, first)} – ${dayWords(language, last)}`

/** What somebody answered, in words; nothing where they did not know or say. */
export function answerWords(
  fact: Fact,
  answer: Answer,
  texts: RuleTexts,
  i18n: I18n,
  language: PageLanguage,
): string | undefined {
  if (typeof answer === 'boolean') return answer ? i18n._(YES) : i18n._(NO)
  if (typeof answer === 'number') return isMoney(fact) ? `${numberText(language, answer / 100)} €` : numberText(language, answer)
  if (typeof answer !== 'string') return undefined
  if (fact.type === 'code') return texts.codes[`${fact.id}.${answer}`] ?? answer
  const [year, month, day] = answer.split('-')
  if (day !== undefined) return dateText(language, new Date(answer), 'UTC')
  return month === undefined ? year : `${month}/${year}`
}

export const YES = msg`Sim`
export const NO = msg`Não`

/** The months of a year as the reader calls them. */
export const monthNames = (language: PageLanguage): string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(tagOf(language), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month, 15)),
  )

/** 31/08/2024: as forms in Portugal have it. */
export function portugueseDay(day: Day): string {
  const { year, month, day: ofMonth } = civilOf(day)
  return `${String(ofMonth).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
}

/** The words of the printed sheet that stay Portuguese in every language of the page: whoever is at the desk reads them. */
export const SHEET = {
  title: 'Folha para o balcão',
  made: (day: Day) =>
    `Feita em ${portugueseDay(day)} pela própria pessoa. É uma orientação, segundo regras em rascunho, e não uma decisão.`,
  documents: (names: string) => `Documentos: ${names}`,
  yes: 'Sim',
  no: 'Não',
}
