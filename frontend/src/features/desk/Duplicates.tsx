import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { dismissDuplicate, type Duplicate, getDuplicates, getMerges, proposeMerge, proposeUndo } from '../../api/upkeep'
import { type Json, optionalString } from '../../api/wire'
import { Button } from '../../ui/button/Button'
import { Details } from '../../ui/details/Details'
import { Tag } from '../../ui/tag/Tag'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { ReasonField } from './ReasonField'
import { Refused } from './Refused'
import { valueWords } from './syncWords'
import { fieldWords, recordLink, SAME, U } from './upkeepWords'
import { useAct } from './useAct'
import { usePrivate } from './usePrivate'
import { momentWords } from './words'

interface Props {
  session: StaffSession
}

/** Records that may be the same, with what speaks for it; two people say whether they are, and can take it back. */
export function Duplicates({ session }: Props) {
  const [reply, again] = usePrivate(['duplicates', session.id], () => getDuplicates(session.token))
  const [merges, mergesAgain] = usePrivate(['merges', session.id], () => getMerges(session.token))
  const queries = useQueryClient()
  const [refusal, act] = useAct(() => {
    again()
    mergesAgain()
    void queries.invalidateQueries({ queryKey: ['proposals'] })
  })
  const open = reply?.ok ? reply.value : []
  const done = merges?.ok ? merges.value : []
  if (open.length === 0 && done.length === 0) return null
  return (
    <Section title={`${U.duplicates} (${open.length})`}>
      {refusal && <Refused refusal={refusal} />}
      <ul className="desk-list">
        {open.map((each) => (
          <Pair
            key={each.id}
            pair={each}
            onMerge={(keep, drop, reason) => act(proposeMerge(session.token, { type: each.type, keep, drop, reason }))}
            onDismiss={() => act(dismissDuplicate(session.token, each.id))}
          />
        ))}
      </ul>
      {done.length > 0 && (
        <Details summary={U.merged}>
          <ol className="desk-history">
            {done.map((each) => (
              <li key={each.id}>
                <time dateTime={each.at}>{momentWords(each.at)}</time> <bdi>{each.name}</bdi> {U.isNow}{' '}
                <Link href={recordLink(each.type, each.kept)}>{U.theOther}</Link> · {each.reason}
                {each.undone ? (
                  <Tag>{U.undone}</Tag>
                ) : (
                  <Button
                    kind="quiet"
                    aria-label={`${U.undo}: ${each.name}`}
                    onClick={() => void act(proposeUndo(session.token, each.id))}
                  >
                    {U.undo}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </Details>
      )}
    </Section>
  )
}

interface PairProps {
  pair: Duplicate
  onMerge: (keep: string, drop: string, reason: string) => Promise<boolean>
  onDismiss: () => Promise<boolean>
}

function Pair({ pair, onMerge, onDismiss }: PairProps) {
  const [reason, setReason] = useState('')
  const [one, other] = pair.records
  if (!one || !other) return null
  const name = (body: Json) => optionalString(body.name) ?? U.nameless
  return (
    <li className="desk-item">
      <span className="desk-item-name">
        <bdi>{name(one.body)}</bdi> = <bdi>{name(other.body)}</bdi>?
      </span>
      <span className="small">{pair.reasons.map((each) => SAME[each] ?? each).join(' · ')}</span>
      <dl className="small">
        {differing(one.body, other.body).map((field) => (
          <div key={field}>
            <dt>{fieldWords(field)}</dt>
            <dd>
              1: <bdi>{valueWords(one.body[field])}</bdi>
            </dd>
            <dd>
              2: <bdi>{valueWords(other.body[field])}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <ReasonField label={U.mergeReason} value={reason} onChange={setReason} />
      <div className="desk-steps">
        <Button kind="second" disabled={!reason} onClick={() => void onMerge(one.id, other.id, reason)}>
          {U.keepOne}
        </Button>
        <Button kind="second" disabled={!reason} onClick={() => void onMerge(other.id, one.id, reason)}>
          {U.keepOther}
        </Button>
        <Button kind="quiet" onClick={() => void onDismiss()}>
          {U.areTwo}
        </Button>
      </div>
    </li>
  )
}

/** Of what a person decides by, fields of which they do not say the same. */
function differing(one: Json, other: Json): string[] {
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return fields.filter(
    (field) => !field.endsWith('_id') && field !== 'translations' && valueWords(one[field]) !== valueWords(other[field]),
  )
}
