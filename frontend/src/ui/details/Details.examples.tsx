import { Trans } from '@lingui/react/macro'
import type { Examples } from '../examples'
import { Details } from './Details'

const examples: Examples = {
  closed: () => (
    <Details summary={<Trans>Porquê, documentos e próximos passos</Trans>}>
      <p>
        <Trans>Isto é uma orientação, não uma decisão. Quem decide é a entidade de cada apoio.</Trans>
      </p>
    </Details>
  ),
  'open from the start': () => (
    <Details open summary={<Trans>De onde vem esta informação</Trans>}>
      <p>
        <Trans>Tudo vem das fontes públicas que aqui se dizem.</Trans>
      </p>
    </Details>
  ),
}

export default examples
