import { Trans } from '@lingui/react/macro'
import { Button } from '../button/Button'
import type { Examples } from '../examples'
import { Empty } from './Empty'

const examples: Examples = {
  'with something to try next': () => (
    <Empty title={<Trans>Não encontrámos nada assim</Trans>}>
      <p>
        <Trans>Experimente retirar um filtro:</Trans>
      </p>
      <Button kind="second">
        <Trans>Aberto agora</Trans>
      </Button>
    </Empty>
  ),
}

export default examples
