import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button/Button'
import { useSaid } from '../shared/answersOfPerson'
import { handOverAddress } from '../shared/handOver'
import { Picture } from '../shared/Picture'

/** A picture for whoever is at the desk: they read it, and what was answered is on their screen. Nothing is sent, and nothing is drawn until asked for. */
export function HandOver() {
  const { t } = useLingui()
  const { answers } = useSaid()
  const [shown, setShown] = useState(false)
  return (
    <div>
      <Button kind="second" aria-expanded={shown} onClick={() => setShown(!shown)}>
        <Trans>Mostrar ao balcão</Trans>
      </Button>
      {shown && (
        <>
          <p>
            <Trans>Quem o atende lê esta imagem e vê as suas respostas. Nada é enviado: só passa quando a mostra.</Trans>
          </p>
          <Picture of={handOverAddress(answers)} alt={t`As suas respostas como imagem, para o balcão ler`} />
        </>
      )}
    </div>
  )
}
