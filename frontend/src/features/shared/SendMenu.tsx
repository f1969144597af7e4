import { Trans } from '@lingui/react/macro'
import { useCallback, useState } from 'react'
import { Button, linkButton } from '../../ui/button/Button'
import { Icon } from '../../ui/icon/Icon'
import { Sheet } from '../../ui/sheet/Sheet'

/** Said so in every language of the page. */
const SMS = 'SMS'

interface Props {
  /** What the device's own sheet is headed with. */
  title: string
  text: string
  /** Without what somebody typed, and without who they are. */
  address: string
}

/** Sends something to somebody by WhatsApp, by SMS, or by whatever the device offers; or copies it. Nothing is sent by us. */
export function SendMenu({ title, text, address }: Props) {
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const message = `${text}\n${address}`
  const close = useCallback(() => setOpen(false), [])

  const share = async () => {
    try {
      await navigator.share({ title, text, url: address })
      close()
    } catch {
      // They closed the sheet of the device, or it could not be shown: the other ways are still here.
    }
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(message)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <>
      <Button
        kind="second"
        aria-haspopup="dialog"
        onClick={() => {
          setCopied(undefined)
          setOpen(true)
        }}
      >
        <Icon name="share" />
        <span>
          <Trans>Enviar</Trans>
        </span>
      </Button>
      <Sheet open={open} title={<Trans>Enviar a alguém</Trans>} onClose={close}>
        <a className={linkButton('second')} href={`https://wa.me/?text=${encodeURIComponent(message)}`} rel="noreferrer">
          <Icon name="whatsapp" />
          WhatsApp
        </a>
        <a className={linkButton('second')} href={`sms:?&body=${encodeURIComponent(message)}`}>
          <Icon name="sms" />
          <span translate="no">{SMS}</span>
        </a>
        {'share' in navigator && (
          <Button kind="second" onClick={() => void share()}>
            <Icon name="share" />
            <Trans>Outra aplicação</Trans>
          </Button>
        )}
        <Button kind="second" onClick={() => void copy()}>
          <Icon name="document" />
          <Trans>Copiar</Trans>
        </Button>
        <p role="status" className="small">
          {copied === 'yes' && <Trans>Copiado</Trans>}
          {copied === 'no' && <bdi dir="ltr">{address}</bdi>}
        </p>
      </Sheet>
    </>
  )
}
