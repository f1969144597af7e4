import { Trans } from '@lingui/react/macro'
import type { Unreached as Why } from '../../api/private'

/** What was sent had no answer: whose fault it is, and that nothing is lost. */
export const Unreached = ({ why }: { why: Why }) =>
  why === 'offline' ? (
    <Trans>Não chegou: não há ligação. Nada se perdeu; tente outra vez.</Trans>
  ) : (
    <Trans>O problema é nosso, não da sua ligação. Nada se perdeu; tente outra vez daqui a pouco.</Trans>
  )
