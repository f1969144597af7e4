import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../button/Button'
import { Icon } from '../icon/Icon'

/** Passes the address on by whatever the device offers; where it offers nothing, the address is copied. */
export function ShareButton({ title }: { title: string }) {
  const [copied, setCopied] = useState<'yes' | 'no' | undefined>()
  const share = async () => {
    const url = location.href
    if (navigator.share) {
      try {
        await navigator.share({ title, url })
        return
      } catch (reason) {
        if ((reason as Error).name === 'AbortError') return
      }
    }
    try {
      await navigator.clipboard.writeText(url)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <span className="share">
      <Button kind="second" onClick={() => void share()}>
        <Icon name="share" />
        <Trans>Partilhar</Trans>
      </Button>
      <span role="status" className="small">
        {copied === 'yes' && <Trans>Endereço copiado</Trans>}
        {copied === 'no' && <bdi dir="ltr">{location.href}</bdi>}
      </span>
    </span>
  )
}

/** A sheet of paper to take along. */
export const PrintButton = () => (
  <Button kind="second" onClick={() => print()}>
    <Icon name="print" />
    <Trans>Imprimir</Trans>
  </Button>
)
