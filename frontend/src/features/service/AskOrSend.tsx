import { Trans } from '@lingui/react/macro'
import { Link } from 'wouter'
import { getIntakes } from '../../api/referrals'
import type { Service } from '../../model/directory'
import { linkButton } from '../../ui/button/Button'
import { useStaffSession } from '../shared/staffSession'
import { useRemote, valueOf } from '../shared/useRemote'

/** The way into a service that takes requests: for a person to be contacted, for a desk to send one. */
export function AskOrSend({ service }: { service: Service }) {
  const intakes = useRemote(['intakes'], getIntakes)
  const session = useStaffSession()
  if (!valueOf(intakes)?.has(service.id)) return null
  return (
    <p>
      {session?.maySend ? (
        <Link href={`/desk/send/${service.id}`} className={linkButton()}>
          <Trans>Encaminhar uma pessoa</Trans>
        </Link>
      ) : (
        <Link href={`/ask/${service.id}`} className={linkButton('second')}>
          <Trans>Pedir que me contactem</Trans>
        </Link>
      )}
    </p>
  )
}
