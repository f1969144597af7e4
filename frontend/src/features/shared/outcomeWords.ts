import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Outcome } from '../../eligibility/assess'
import type { Tone } from '../../ui/tag/Tag'

/** What an outcome is called: for the reader, and in Portuguese for whoever is at the desk. */
export const OUTCOMES: Record<Outcome, { says: MessageDescriptor; pt: string; tone: Tone }> = {
  yes: { says: msg`Parece que sim`, pt: 'Parece que sim', tone: 'good' },
  'yes-until': { says: msg`Parece que sim, por enquanto`, pt: 'Parece que sim, por enquanto', tone: 'good' },
  'possible-authority-decides': { says: msg`É possível: decide a entidade`, pt: 'É possível: decide a entidade', tone: 'info' },
  disputed: { says: msg`As fontes não concordam: pergunte`, pt: 'As fontes não concordam', tone: 'warn' },
  'not-yet': { says: msg`Ainda não`, pt: 'Ainda não', tone: 'info' },
  'not-known': { says: msg`Faltam respostas`, pt: 'Faltam respostas', tone: 'plain' },
  ended: { says: msg`Parece que já terminou`, pt: 'Parece que já terminou', tone: 'warn' },
  no: { says: msg`Parece que não, com o que disse`, pt: 'Parece que não, com o que disse', tone: 'plain' },
}
