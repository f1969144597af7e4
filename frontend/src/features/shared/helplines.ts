import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export interface Helpline {
  number: string
  what: MessageDescriptor
  when: MessageDescriptor
}

/**
 * Numbers to call in need, each as in the directory's own records with their sources (112, linha-144, sivvd, sns24,
 * sos-crianca, linha-tsh). They are kept here too because they must be readable without an answer of the API.
 */
export const HELPLINES: readonly Helpline[] = [
  { number: '112', what: msg`Emergência: ambulância, polícia, bombeiros`, when: msg`Grátis, 24 horas` },
  { number: '144', what: msg`Emergência social: sem casa, em perigo, sem apoio`, when: msg`Grátis, 24 horas` },
  { number: '800 202 148', what: msg`Violência doméstica`, when: msg`Grátis, 24 horas` },
  { number: '808 24 24 24', what: msg`Saúde: SNS 24`, when: msg`24 horas` },
  { number: '116 111', what: msg`Crianças e jovens: SOS Criança`, when: msg`Grátis, dias úteis das 9h às 19h` },
  { number: '+351 964 608 288', what: msg`Tráfico de pessoas`, when: msg`24 horas` },
]

/** The contact centre of AIMA, the agency for integration, migration and asylum. */
export const CONTACT_CENTRE = '217 115 000'
