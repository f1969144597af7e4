import { Trans } from '@lingui/react/macro'
import type { Examples } from '../examples'
import { Failed } from './Failed'

const examples: Examples = {
  'without a known cause': () => <Failed onRetry={() => undefined} />,
  'with the cause in words': () => (
    <Failed onRetry={() => undefined}>
      <Trans>Há muitos pedidos da mesma rede. Nada se perdeu; tente daqui a uma hora, ou a partir de outra rede.</Trans>
    </Failed>
  ),
}

export default examples
