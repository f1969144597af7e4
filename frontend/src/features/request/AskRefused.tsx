import { Trans } from '@lingui/react/macro'
import { Link } from 'wouter'
import { type Refusal, unreachedBy } from '../../api/private'
import { Button, linkButton } from '../../ui/button/Button'
import { Notice } from '../../ui/notice/Notice'
import { Unreached } from '../shared/Unreached'
import { isDouble, isTooLate } from './useAsking'

interface Props {
  refusal: Refusal
  /** It was for another person of the family already. */
  anotherPerson: boolean
  /** Whether what is written can be sent as it is. */
  ready: boolean
}

/** Why a request was not taken, and what can be done about it. */
export function AskRefused({ refusal, anotherPerson, ready }: Props) {
  const unreached = unreachedBy(refusal)
  if (isDouble(refusal)) return <Double anotherPerson={anotherPerson} />
  return (
    <Notice tone="bad">
      <p>
        {unreached ? (
          <Unreached why={unreached} />
        ) : isTooLate(refusal) ? (
          <Trans>
            Este pedido já tinha chegado, mas o código já não se pode mostrar. O serviço que o aceitar pode dar-lhe outro.
          </Trans>
        ) : refusal.status === 429 ? (
          <Trans>Há muitos pedidos da mesma rede. Nada se perdeu; tente daqui a uma hora, ou a partir de outra rede.</Trans>
        ) : (
          <Trans>Falta alguma coisa ou algo não está certo. Veja as respostas marcadas.</Trans>
        )}
      </p>
      {unreached && (
        <Button type="submit" disabled={!ready}>
          <Trans>Tentar outra vez</Trans>
        </Button>
      )}
    </Notice>
  )
}

/** The contact may be somebody else's, so nothing is said of whose request it is or where it stands. */
const Double = ({ anotherPerson }: { anotherPerson: boolean }) => (
  <Notice tone="warn">
    <p>
      <Trans>Já há um pedido aberto para este serviço com este contacto. Não dizemos de quem é. Pode:</Trans>
    </p>
    <ul>
      <li>
        <Trans>vê-lo com o código dele, ou apagá-lo e pedir outra vez;</Trans>
      </li>
      {!anotherPerson && (
        <li>
          <Trans>marcar que este pedido é para outra pessoa da sua família: uma família pode ter um só número;</Trans>
        </li>
      )}
      <li>
        <Trans>usar outro número ou endereço.</Trans>
      </li>
    </ul>
    <p>
      <Trans>Se perdeu o código, o serviço que aceitar o pedido pode dar-lhe outro.</Trans>
    </p>
    <p>
      <Link href="/my-request" className={linkButton('second')}>
        <Trans>Ver ou apagar com o código</Trans>
      </Link>
    </p>
  </Notice>
)
