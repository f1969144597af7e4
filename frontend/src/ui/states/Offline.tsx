import { Trans } from '@lingui/react/macro'
import { Button } from '../button/Button'
import { Icon } from '../icon/Icon'

/** No network and no saved copy of this. */
export const Offline = ({ onRetry }: { onRetry: () => void }) => (
  <div className="face face-offline" role="alert">
    <Icon name="offline" large />
    <h2>
      <Trans>Sem ligação à internet</Trans>
    </h2>
    <p>
      <Trans>
        Ainda não abriu esta página neste aparelho, por isso não há cópia guardada. Numa emergência, o 112 funciona sem internet.
      </Trans>
    </p>
    <Button onClick={onRetry}>
      <Icon name="refresh" />
      <Trans>Tentar outra vez</Trans>
    </Button>
  </div>
)
