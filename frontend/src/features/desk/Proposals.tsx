import { useQueryClient } from '@tanstack/react-query'
import { decideProposal, getProposals } from '../../api/proposals'
import { Button } from '../../ui/button/Button'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { Refused } from './Refused'
import { PROPOSED, U } from './upkeepWords'
import { useAct } from './useAct'
import { usePrivate } from './usePrivate'
import { momentWords } from './words'

interface Props {
  session: StaffSession
}

/** What waits for a second person of the national team: merges, fields to unlock, sources, and conflicts to settle. */
export function Proposals({ session }: Props) {
  const queries = useQueryClient()
  const [reply] = usePrivate(['proposals', session.id], () => getProposals(session.token))
  // what is done may change anything that the page shows
  const [refusal, act] = useAct(() => void queries.invalidateQueries())
  if (!reply?.ok || reply.value.length === 0) return null
  return (
    <Section title={`${U.proposals} (${reply.value.length})`}>
      {refusal && <Refused refusal={refusal} />}
      <ul className="desk-list">
        {reply.value.map((each) => (
          <li key={each.id} className="desk-item">
            <span className="desk-item-name">
              {PROPOSED[each.action] ?? each.action}: <bdi>{each.about}</bdi>
            </span>
            <span className="small">
              <bdi>{each.reason}</bdi> · {momentWords(each.at)}
            </span>
            <div className="desk-steps">
              {each.mine ? (
                <em>{U.mineWaits}</em>
              ) : (
                <Button onClick={() => void act(decideProposal(session.token, each.id, 'confirm'))}>{U.confirmEdit}</Button>
              )}
              <Button kind="second" onClick={() => void act(decideProposal(session.token, each.id, 'reject'))}>
                {U.rejectEdit}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
