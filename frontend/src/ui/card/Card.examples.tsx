import { Trans } from '@lingui/react/macro'
import type { Examples } from '../examples'
import { Card } from './Card'

const examples: Examples = {
  'one thing of a page': () => (
    <Card>
      <p>
        <strong>
          <Trans>Falar com um mediador num centro de apoio perto de si</Trans>
        </strong>
      </p>
      <p>
        <Trans>Balcões que tratam de vários assuntos e encaminham para os outros serviços.</Trans>
      </p>
    </Card>
  ),
  'things in a list': () => (
    <ul className="needs">
      <Card as="li">
        <Trans>Aprender português</Trans>
      </Card>
      <Card as="li">
        <Trans>Apoio jurídico</Trans>
      </Card>
    </ul>
  ),
}

export default examples
