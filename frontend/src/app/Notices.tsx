import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Button } from '../ui/button/Button'
import { Icon } from '../ui/icon/Icon'
import { useOnline } from '../ui/useOnline'
import { onNewerPage } from './offline'

/** What concerns every page: no network, or a newer version that is ready. */
export function Notices() {
  const online = useOnline()
  const [accept, setAccept] = useState<(() => void) | undefined>()
  useEffect(() => onNewerPage((use) => setAccept(() => use)), [])
  return (
    <div role="status" className="strips">
      {!online && (
        <p className="strip wide">
          <Icon name="offline" />
          <span>
            <Trans>Sem ligação à internet. Mostramos o que ficou guardado neste aparelho.</Trans>
          </span>
        </p>
      )}
      {accept && (
        <p className="strip wide">
          <Icon name="refresh" />
          <span>
            <Trans>Há uma versão nova desta página.</Trans>
          </span>
          <Button kind="quiet" onClick={accept}>
            <Trans>Usar a nova versão</Trans>
          </Button>
        </p>
      )}
    </div>
  )
}
