import { Trans } from '@lingui/react/macro'
import { useSyncExternalStore } from 'react'
import { isWorking, watchWork } from '../../api/challenges'
import { Notice } from '../../ui/notice/Notice'

/** Says that a request takes longer than usual, and why, for as long as it does. */
export function Working() {
  const working = useSyncExternalStore(watchWork, isWorking, () => false)
  return (
    <div role="status">
      {working && (
        <Notice tone="info">
          <p>
            <Trans>Um momento: há muitos pedidos da mesma rede. O seu é enviado já a seguir. Não feche esta página.</Trans>
          </p>
        </Notice>
      )}
    </div>
  )
}
