import { type FormEvent, useEffect, useState } from 'react'
import type { Refusal, Reply } from '../../api/private'
import { deleteHarvest, getHarvest, type Harvest, harvestNow, saveHarvest } from '../../api/sync'
import { Button } from '../../ui/button/Button'
import { Details } from '../../ui/details/Details'
import { Field } from '../../ui/field/Field'
import { Notice } from '../../ui/notice/Notice'
import { Select } from '../../ui/select/Select'
import type { StaffSession } from '../shared/staffSession'
import { Refused } from './Refused'
import { HARVEST_KINDS, reasonWords, S } from './syncWords'
import { usePrivate } from './usePrivate'
import { momentWords, options } from './words'

const LOOK_AGAIN = 2000

interface Props {
  session: StaffSession
  source: string
}

/** Where a source is fetched by itself, if it is. */
export function HarvestPanel({ session, source }: Props) {
  const [reply, again] = usePrivate(['harvest', session.id, source], () => getHarvest(session.token, source))
  const [refusal, setRefusal] = useState<Refusal>()
  const askedAt = reply?.ok ? reply.value.askedAt : undefined
  // until it was asked (again), what is here is of before
  const [waits, setWaits] = useState<{ since?: string }>()
  const waiting = waits !== undefined && waits.since === askedAt
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(again, LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [waiting, again])
  const act = async (asked: Promise<Reply<unknown>>, fetches: boolean) => {
    const done = await asked
    setRefusal(done.ok ? undefined : done.refusal)
    setWaits(done.ok && fetches ? { since: askedAt } : undefined)
    again()
  }
  if (reply === undefined || (!reply.ok && reply.refusal.status !== 404)) return null
  const harvest = reply.ok ? reply.value : undefined
  return (
    <Details summary={S.harvest} open={harvest?.problem !== undefined}>
      {refusal && <Refused refusal={refusal} />}
      {harvest ? (
        <>
          <p className="desk-address">
            <bdi>{harvest.url}</bdi>
          </p>
          <p>
            {HARVEST_KINDS[harvest.kind]} · {S.everyHours(harvest.everyHours)}
            {harvest.askedAt && ` · ${S.lastTime} ${momentWords(harvest.askedAt)}`}
          </p>
          {waiting && <p role="status">{S.working}</p>}
          {harvest.problem && <Notice tone="bad">{reasonWords(harvest.problem)}</Notice>}
          <div className="desk-steps">
            <Button kind="second" onClick={() => void act(harvestNow(session.token, source), true)}>
              {S.fetchNow}
            </Button>
            <Button kind="quiet" onClick={() => void act(deleteHarvest(session.token, source), false)}>
              {S.fetchNoMore}
            </Button>
          </div>
        </>
      ) : (
        <NewHarvest onMake={(wanted) => void act(saveHarvest(session.token, source, wanted), true)} />
      )}
    </Details>
  )
}

function NewHarvest({ onMake }: { onMake: (wanted: Harvest) => void }) {
  const [url, setUrl] = useState('')
  const [kind, setKind] = useState('hsds')
  const make = (event: FormEvent) => {
    event.preventDefault()
    onMake({ url, kind, mode: 'upsert', everyHours: 24 })
  }
  return (
    <form className="request-form" onSubmit={make}>
      <p>{S.harvestHint}</p>
      <Field label={S.address}>
        {(control) => (
          <input
            {...control}
            type="url"
            dir="ltr"
            autoComplete="off"
            maxLength={500}
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Select label={S.harvestKind} value={kind} onChange={setKind} options={options(HARVEST_KINDS, false)} />
      <Button type="submit" disabled={url === ''}>
        {S.fetchFromNow}
      </Button>
    </form>
  )
}
