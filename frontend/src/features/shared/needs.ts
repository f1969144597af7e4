import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { IconName } from '../../ui/icon/Icon'

export interface Need {
  /** The term's code in `balcao-needs`. */
  code: string
  name: MessageDescriptor
  icon: IconName
}

/**
 * What people come for, the most asked first. The names are those of the taxonomy, kept here too because they must be
 * readable before, and without, an answer of the API.
 */
export const NEEDS: readonly Need[] = [
  { code: 'documents', name: msg`Documentos`, icon: 'need.documents' },
  { code: 'asylum', name: msg`Asilo e proteção internacional`, icon: 'need.asylum' },
  { code: 'housing', name: msg`Habitação`, icon: 'need.housing' },
  { code: 'health', name: msg`Saúde`, icon: 'need.health' },
  { code: 'employment', name: msg`Emprego`, icon: 'need.employment' },
  { code: 'language', name: msg`Aprender português`, icon: 'need.language' },
  { code: 'legal', name: msg`Apoio jurídico`, icon: 'need.legal' },
  { code: 'interpretation', name: msg`Tradução e interpretação`, icon: 'need.interpretation' },
  { code: 'social_support', name: msg`Apoio social`, icon: 'need.social_support' },
  { code: 'food', name: msg`Alimentação`, icon: 'need.food' },
  { code: 'children', name: msg`Crianças e creche`, icon: 'need.children' },
  { code: 'education', name: msg`Educação`, icon: 'need.education' },
  { code: 'family_reunification', name: msg`Reagrupamento familiar`, icon: 'need.family_reunification' },
  { code: 'mental_health', name: msg`Saúde mental`, icon: 'need.mental_health' },
  { code: 'violence', name: msg`Apoio a vítimas de violência e crime`, icon: 'need.violence' },
  { code: 'orientation', name: msg`Acolhimento e orientação`, icon: 'need.orientation' },
]

/** The rest of the taxonomy's first level, one tap further. */
export const MORE_NEEDS: readonly Need[] = [
  { code: 'ukraine', name: msg`Pessoas deslocadas da Ucrânia`, icon: 'need.ukraine' },
  { code: 'family_tracing', name: msg`Procura de familiares`, icon: 'need.family_tracing' },
  { code: 'discrimination', name: msg`Discriminação e racismo`, icon: 'need.discrimination' },
  { code: 'lgbti', name: msg`LGBTI+`, icon: 'need.lgbti' },
  { code: 'disability', name: msg`Deficiência`, icon: 'need.disability' },
  { code: 'detention', name: msg`Apoio em detenção e na fronteira`, icon: 'need.detention' },
  { code: 'consumer', name: msg`Consumo e dívidas`, icon: 'need.consumer' },
  { code: 'return', name: msg`Retorno voluntário`, icon: 'need.return' },
  { code: 'information', name: msg`Informação`, icon: 'need.information' },
  { code: 'onestop', name: msg`Balcão único`, icon: 'need.onestop' },
  { code: 'emergency', name: msg`Emergência`, icon: 'need.emergency' },
]
