import { useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { ServiceCard } from '../../model/directory'
import { Tag } from '../../ui/tag/Tag'
import { OUTCOMES } from './outcomeWords'
import { useOutcomesOfServices } from './useOutcomesOfServices'

/** What the rules say of this service for the person at the screen; nothing while they have told nothing that decides it. */
export function MayGet({ service }: { service: ServiceCard }) {
  const { i18n } = useLingui()
  const outcome = useOutcomesOfServices().get(service.id)
  if (outcome === undefined || outcome === 'not-known') return null
  const { says, tone } = OUTCOMES[outcome]
  return (
    <p className="item-tags">
      <Link href="/eligibility">
        <Tag tone={tone}>{i18n._(says)}</Tag>
      </Link>
    </p>
  )
}
