import { Trans } from '@lingui/react/macro'
import type { Examples } from '../examples'
import { Notice } from './Notice'

const examples: Examples = {
  'to know': () => (
    <Notice title={<Trans>A sua privacidade</Trans>}>
      <p>
        <Trans>Responda só ao que quiser. As respostas não saem deste aparelho.</Trans>
      </p>
    </Notice>
  ),
  'it went well': () => (
    <Notice tone="good">
      <p>
        <Trans>O pedido foi enviado.</Trans>
      </p>
    </Notice>
  ),
  'to beware of': () => (
    <Notice tone="warn" title={<Trans>Não confirmado: ligue antes de ir</Trans>}>
      <p>
        <Trans>Há muito tempo que ninguém confirma esta informação</Trans>
      </p>
    </Notice>
  ),
  'it did not work': () => (
    <Notice tone="bad">
      <p>
        <Trans>Não chegou: não há ligação. Nada se perdeu; tente outra vez.</Trans>
      </p>
    </Notice>
  ),
  'a title alone': () => <Notice tone="plain" title={<Trans>Este serviço está fechado por agora</Trans>} />,
}

export default examples
