import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from '../button/Button'
import { Icon } from '../icon/Icon'
import { useOnline } from '../useOnline'
import { Offline } from './Offline'

interface Props {
  onRetry: () => void
  /** What went wrong in words for the reader, where the API said more than "failed". */
  children?: ReactNode
}

/** The answer did not come. Says so, offers another try, and the telephone as the way that needs no page. */
export function Failed({ onRetry, children }: Props) {
  const online = useOnline()
  if (!online) return <Offline onRetry={onRetry} />
  return (
    <div className="face face-failed" role="alert">
      <Icon name="alert" large />
      <h2>
        <Trans>Não foi possível mostrar esta informação</Trans>
      </h2>
      <p>{children ?? <Trans>O problema é nosso, não seu. Tente outra vez dentro de momentos.</Trans>}</p>
      <Button onClick={onRetry}>
        <Icon name="refresh" />
        <Trans>Tentar outra vez</Trans>
      </Button>
    </div>
  )
}
