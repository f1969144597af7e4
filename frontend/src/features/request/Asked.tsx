import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Link } from 'wouter'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Service } from '../../model/directory'
import { Button, linkButton } from '../../ui/button/Button'
import { Icon } from '../../ui/icon/Icon'
import { LocalText } from '../../ui/local-text/LocalText'
import { Notice } from '../../ui/notice/Notice'
import { PrintButton } from '../../ui/share-button/ShareButton'
import { CodeSlip, pageOfRequests } from '../shared/CodeSlip'
import { carryCode } from './carriedCode'
import { useSlipWords } from './useSlipWords'

interface Props {
  code: string
  service: Service
  /** What counts was written before, in an attempt whose answer was lost. */
  earlier: boolean
}

/** The request is there: the code to follow it, and ways to keep it. */
export function Asked({ code, service, earlier }: Props) {
  const { t } = useLingui()
  const words = useSlipWords()
  return (
    <>
      <Notice tone="good" title={t`O pedido foi enviado.`}>
        <p>
          <Trans>
            O serviço tem dez dias úteis para responder: <LocalText text={service.name} />
          </Trans>
        </p>
        {earlier && (
          <p>
            <Trans>Tinha chegado à primeira, por isso vale o que escreveu nessa altura.</Trans>
          </p>
        )}
      </Notice>
      <CodeSlip code={code} words={[words]} />
      <div className="record-actions">
        <Link href="/my-request" className={linkButton('second')} onClick={() => carryCode(code)}>
          <Trans>Ver o meu pedido</Trans>
        </Link>
        <KeepCode code={code} />
        <PrintButton />
      </div>
    </>
  )
}

/** Takes the code to the clipboard, or to whatever the device sends things with. What is sent says nothing of the service. */
function KeepCode({ code }: { code: string }) {
  const { t } = useLingui()
  const page = pageOfRequests(usePageLanguage())
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  const send = async () => {
    try {
      await navigator.share({ text: `${code}\n${page}` })
    } catch (refused) {
      if ((refused as Error).name !== 'AbortError') setCopied('no')
    }
  }
  return (
    <>
      <Button kind="second" onClick={() => void copy()}>
        <Trans>Copiar o código</Trans>
      </Button>
      {'share' in navigator && (
        <Button kind="second" onClick={() => void send()}>
          <Icon name="share" />
          <Trans>Enviar o código para mim</Trans>
        </Button>
      )}
      <span role="status" className="small">
        {copied === 'yes' && t`Código copiado`}
        {copied === 'no' && t`Não foi possível. Escreva o código num papel ou fotografe-o.`}
      </span>
    </>
  )
}
