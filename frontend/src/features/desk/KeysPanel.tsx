import { useRemote } from '../shared/useRemote'
import { getSignIn } from '../../api/session'
import { Details } from '../../ui/details/Details'
import { S } from './syncWords'

/** How an organization's own system delivers: which key it needs, who gives it, and what it sends. */
export function KeysPanel({ source }: { source: string }) {
  const remote = useRemote(['sign-in'], getSignIn)
  const issuer = remote.status === 'found' ? remote.value.provider?.issuer : undefined
  const address = `${location.origin}/api/sources/${source}`
  return (
    <Details summary={S.keys}>
      <p>{S.keysHint}</p>
      {issuer ? (
        <p>
          {S.issuer} <code dir="ltr">{issuer}/.well-known/openid-configuration</code>
        </p>
      ) : (
        <p>{S.noIssuer}</p>
      )}
      <pre dir="ltr" className="desk-code">
        {S.commands(address)}
      </pre>
    </Details>
  )
}
