import { Trans } from '@lingui/react/macro'
import type { Examples } from '../examples'
import { Icon } from '../icon/Icon'
import { Button, linkButton } from './Button'

const examples: Examples = {
  'the one thing to do here': () => (
    <Button>
      <Trans>Enviar o pedido</Trans>
    </Button>
  ),
  'one of several things': () => (
    <Button kind="second">
      <Icon name="print" />
      <Trans>Imprimir</Trans>
    </Button>
  ),
  'something that is seldom wanted': () => (
    <Button kind="quiet">
      <Trans>Apagar as respostas</Trans>
    </Button>
  ),
  'not yet possible': () => (
    <Button disabled>
      <Trans>Continuar</Trans>
    </Button>
  ),
  'a link with the look of a button': () => (
    <a className={linkButton('second')} href="#button">
      <Trans>Ver no mapa</Trans>
    </a>
  ),
}

export default examples
