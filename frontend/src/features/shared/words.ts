import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { AccessMode, DeliveryMode } from '../../model/directory'

export const DELIVERY_WORDS: Record<DeliveryMode, MessageDescriptor> = {
  in_person: msg`No local`,
  phone: msg`Por telefone`,
  online: msg`Pela Internet`,
}

export const ACCESS_WORDS: Record<AccessMode, MessageDescriptor> = {
  walk_in: msg`Pode ir sem marcação`,
  appointment: msg`É preciso marcar antes`,
  phone: msg`Ligue primeiro`,
  email: msg`Escreva um e-mail`,
  form: msg`Preencha o formulário`,
  referral: msg`É preciso que outro serviço o encaminhe`,
}
