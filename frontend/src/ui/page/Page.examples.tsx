import { Trans, useLingui } from '@lingui/react/macro'
import type { Examples } from '../examples'
import { Page } from './Page'

const examples: Examples = {
  'with a first sentence': function WithLead() {
    const { t } = useLingui()
    return (
      <Page
        title={t`Sobre os dados`}
        lead={
          <p>
            <Trans>De onde vem o que aqui se diz, e o que não sabemos.</Trans>
          </p>
        }
      >
        <p>
          <Trans>Tudo vem das fontes públicas que aqui se dizem.</Trans>
        </p>
      </Page>
    )
  },
  'dense: what was asked for is in sight at once': function Dense() {
    const { t } = useLingui()
    return (
      <Page dense title={t`Encontrar um serviço`}>
        <p>
          <Trans>Primeiro os mais perto. A sua posição não fica guardada.</Trans>
        </p>
      </Page>
    )
  },
  'the entry, on coloured ground': function Entry() {
    const { t } = useLingui()
    return (
      <Page
        title={t`Encontre ajuda em Portugal`}
        start={
          <p>
            <Trans>Cada serviço mostra as fontes e diz o que ainda não foi confirmado. Antes de ir, telefone.</Trans>
          </p>
        }
      >
        <p>
          <Trans>Escolha um tema, ou ligue e pergunte: quem atende ajuda com qualquer assunto.</Trans>
        </p>
      </Page>
    )
  },
}

export default examples
