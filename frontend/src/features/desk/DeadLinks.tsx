import { Link } from 'wouter'
import { getDeadLinks } from '../../api/upkeep'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { recordLink, U } from './upkeepWords'
import { usePrivate } from './usePrivate'
import { dayWords } from './words'

/** Addresses that listings name and where nothing is any more. */
export function DeadLinks({ session }: { session: StaffSession }) {
  const [reply] = usePrivate(['dead-links', session.id], () => getDeadLinks(session.token))
  if (!reply?.ok || reply.value.length === 0) return null
  return (
    <Section title={`${U.deadLinks} (${reply.value.length})`}>
      <p className="small">{U.deadLinksHint}</p>
      <ul className="desk-list">
        {reply.value.map((each) => (
          <li key={`${each.record} ${each.url}`} className="desk-item">
            <Link className="desk-item-name" href={recordLink(each.type, each.record)}>
              {each.name || each.url}
            </Link>
            <bdi className="desk-address">{each.url}</bdi>
            <span className="small">
              {each.status ? `${U.saysGone} ${each.status}` : U.nobodyAnswers} · {U.since} {dayWords(each.since)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
