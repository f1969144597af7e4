import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { State } from '../../model/referral'
import type { Tone } from '../../ui/tag/Tag'

/** What a state is called: for the person who waits, and at desks, which read Portuguese. */
export const STATE_WORDS: Record<State, { says: MessageDescriptor; desk: string; tone: Tone }> = {
  sent: { says: msg`Enviado: o serviço ainda não respondeu`, desk: 'Enviado', tone: 'info' },
  under_study: { says: msg`O serviço está a ver o pedido`, desk: 'Em análise', tone: 'info' },
  accepted: { says: msg`Aceite: o serviço vai contactá-lo`, desk: 'Aceite', tone: 'good' },
  in_progress: { says: msg`O serviço já falou consigo`, desk: 'Em curso', tone: 'good' },
  on_hold: { says: msg`À espera: há lista de espera ou falta alguma coisa`, desk: 'Em espera', tone: 'warn' },
  completed: { says: msg`Terminado`, desk: 'Concluído', tone: 'good' },
  declined: { says: msg`O serviço não pode ajudar`, desk: 'Recusado', tone: 'bad' },
  forwarded: { says: msg`Passado a outro serviço`, desk: 'Encaminhado', tone: 'info' },
  withdrawn: { says: msg`Retirado`, desk: 'Retirado', tone: 'plain' },
  expired: { says: msg`Ninguém respondeu a tempo`, desk: 'Sem resposta', tone: 'bad' },
  lapsed: { says: msg`Parado há muito tempo: terminou`, desk: 'Caducado', tone: 'bad' },
  voided: { says: msg`Enviado por engano e anulado`, desk: 'Anulado', tone: 'plain' },
}
