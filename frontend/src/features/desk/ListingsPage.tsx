import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { deliver, getRuns, getSources, saveSource, type Source } from '../../api/sync'
import { Button } from '../../ui/button/Button'
import { Choice } from '../../ui/choice/Choice'
import { Loading } from '../../ui/states/Loading'
import { Field } from '../../ui/field/Field'
import { Notice } from '../../ui/notice/Notice'
import { Select } from '../../ui/select/Select'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { Desk } from './Desk'
import { HarvestPanel } from './HarvestPanel'
import { KeysPanel } from './KeysPanel'
import { RunReport } from './RunReport'
import { S, STARTER, STATES } from './syncWords'
import { usePrivate } from './usePrivate'
import { WebhooksPanel } from './WebhooksPanel'
import { momentWords, W } from './words'

/** What a partner delivers from its own system: plan, report, publish. */
export default function ListingsPage() {
  return (
    <Desk title={S.title}>
      {(session) => (
        <>
          <p>
            <Link href="/desk">{W.back}</Link>
          </p>
          <Sources session={session} />
        </>
      )}
    </Desk>
  )
}

function Sources({ session }: { session: StaffSession }) {
  const [reply, again] = usePrivate(['sources', session.id], () => getSources(session.token))
  const [chosen, setChosen] = useState<string>()
  if (reply === undefined) return <Loading />
  if (!reply.ok) return <Notice tone="bad">{reply.refusal.status === 403 ? W.noRole : W.offline}</Notice>
  const source = reply.value.find(({ id }) => id === chosen) ?? reply.value[0]
  return (
    <>
      <p>{S.hint}</p>
      {reply.value.length > 1 && source && (
        <Select
          label={S.sources}
          value={source.id}
          onChange={setChosen}
          options={reply.value.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {source && <OneSource key={source.id} session={session} source={source} />}
      <details className="details" open={!source}>
        <summary>{S.newSource}</summary>
        <div className="details-body">
          <NewSource
            session={session}
            onMade={(made) => {
              setChosen(made.id)
              again()
            }}
          />
        </div>
      </details>
      <WebhooksPanel session={session} />
    </>
  )
}

function NewSource({ session, onMade }: { session: StaffSession; onMade: (source: Source) => void }) {
  const [id, setId] = useState('')
  const [name, setName] = useState('')
  const [refused, setRefused] = useState(false)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const made = await saveSource(session.token, id, name)
    setRefused(!made.ok)
    if (made.ok) {
      setId('')
      setName('')
      onMade(made.value)
    }
  }
  return (
    <form className="request-form" onSubmit={(event) => void make(event)}>
      {refused && <Notice tone="bad">{S.taken}</Notice>}
      <Field label={S.sourceId}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            value={id}
            onChange={(event) => setId(event.target.value.toLowerCase())}
          />
        )}
      </Field>
      <Field label={S.sourceName}>
        {(control) => (
          <input {...control} autoComplete="off" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Button type="submit" disabled={id === '' || name.trim() === ''}>
        {S.create}
      </Button>
    </form>
  )
}

function OneSource({ session, source }: { session: StaffSession; source: Source }) {
  const [run, setRun] = useState<string>()
  const [runs, again] = usePrivate(['runs', session.id, source.id], () => getRuns(session.token, source.id))
  return (
    <Section title={source.name}>
      {source.id === STARTER ? (
        <p>{S.starter}</p>
      ) : (
        <Delivering session={session} source={source} onSent={setRun} onChange={again} />
      )}
      {run && <RunReport key={run} session={session} source={source.id} run={run} onChange={again} />}
      {source.id !== STARTER && (
        <>
          <HarvestPanel session={session} source={source.id} />
          <KeysPanel source={source.id} />
        </>
      )}
      <h3>{S.runs}</h3>
      {runs?.ok && runs.value.length === 0 && <p>{S.noRuns}</p>}
      {runs?.ok && (
        <ol className="desk-history">
          {runs.value.map((each) => (
            <li key={each.id}>
              <Button kind="quiet" aria-pressed={run === each.id} onClick={() => setRun(each.id)}>
                <time dateTime={each.receivedAt}>{momentWords(each.receivedAt)}</time> {STATES[each.state] ?? each.state}
              </Button>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

interface DeliveringProps {
  session: StaffSession
  source: Source
  /** A delivery was received, under this id. */
  onSent: (run: string) => void
  /** What there is of deliveries may be different now. */
  onChange: () => void
}

function Delivering({ session, source, onSent, onChange }: DeliveringProps) {
  const [file, setFile] = useState<File>()
  const [snapshot, setSnapshot] = useState(false)
  const [refused, setRefused] = useState<number>()
  const send = async (dryRun: boolean) => {
    if (!file) return
    const sent = await deliver(session.token, source.id, file, { dryRun, snapshot })
    setRefused(sent.ok ? undefined : sent.refusal.status)
    if (sent.ok) onSent(sent.value.id)
    onChange()
  }
  return (
    <>
      {source.waiting && <Notice tone="bad">{S.sourceWaits}</Notice>}
      <form
        className="request-form"
        onSubmit={(event) => {
          event.preventDefault()
          void send(true)
        }}
      >
        {refused !== undefined && <Notice tone="bad">{refused === 409 ? S.busy : W.offline}</Notice>}
        <Field label={S.file}>
          {(control) => <input {...control} type="file" onChange={(event) => setFile(event.target.files?.[0])} />}
        </Field>
        <Choice label={S.snapshot} checked={snapshot} onChange={setSnapshot} />
        <div className="desk-steps">
          <Button type="submit" disabled={!file}>
            {S.plan}
          </Button>
          <Button kind="second" disabled={!file} onClick={() => void send(false)}>
            {S.deliver}
          </Button>
        </div>
      </form>
    </>
  )
}
