import { useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Refusal } from '../../api/private'
import { editRecord, getEditable, rollBack } from '../../api/upkeep'
import { type Json, optionalString } from '../../api/wire'
import { Button, linkButton } from '../../ui/button/Button'
import { Loading } from '../../ui/states/Loading'
import { NotFound } from '../../ui/states/NotFound'
import { Notice } from '../../ui/notice/Notice'
import { Tag } from '../../ui/tag/Tag'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { Changes } from './Changes'
import { Desk } from './Desk'
import { EditForm } from './EditForm'
import { type Editing, editingOf } from './editing'
import { Refused } from './Refused'
import { EDIT_STATES, U } from './upkeepWords'
import { usePrivate } from './usePrivate'
import { VerifyPanel } from './VerifyPanel'
import { momentWords, W } from './words'

/** A record is changed with a reason, its translations beside it, and can be changed back. */
export default function EditPage() {
  const { type = 'services', id = '' } = useParams<{ type?: string; id: string }>()
  const editing = editingOf(type)
  if (editing === undefined) return <NotFound />
  return (
    <Desk title={editing.title}>
      {(session) => (
        <>
          <p>
            <Link href="/desk/upkeep">{U.back}</Link>
          </p>
          <One session={session} editing={editing} id={id} />
        </>
      )}
    </Desk>
  )
}

interface OneProps {
  session: StaffSession
  editing: Editing
  id: string
}

function One({ session, editing, id }: OneProps) {
  const { type, page } = editing
  const [reply, again] = usePrivate(['editable', session.id, type, id], () => getEditable(session.token, type, id))
  const [told, setTold] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const top = useRef<HTMLDivElement>(null)
  if (reply === undefined) return <Loading />
  if (!reply.ok) return reply.refusal.status === 404 ? <NotFound /> : <Notice tone="bad">{W.offline}</Notice>
  const record = reply.value
  const undo = async (edit: string) => {
    const undone = await rollBack(session.token, edit, U.undoReason)
    setRefusal(undone.ok ? undefined : undone.refusal)
    setTold(undone.ok ? U.saved : undefined)
    again()
    top.current?.focus()
  }
  const save = async (fields: Json, reason: string, lockedUntil?: string) => {
    const saved = await editRecord(session.token, type, id, record.version, { fields, reason, lockedUntil })
    setRefusal(saved.ok ? undefined : saved.refusal)
    setTold(saved.ok ? (saved.value.state === 'waiting' ? U.savedWaiting : U.saved) : undefined)
    if (saved.ok || saved.refusal.status === 412) again()
    top.current?.focus()
  }
  return (
    <>
      <div ref={top} tabIndex={-1} className="desk-told">
        <h2>{optionalString(record.body.name)}</h2>
        {refusal && <Refused refusal={refusal} />}
        <div role="status">{told && <Notice tone="good">{told}</Notice>}</div>
      </div>
      {page && (
        <p>
          <Link href={`/${page}/${id}`} className={linkButton('second')}>
            {U.preview}
          </Link>
        </p>
      )}
      <EditForm key={record.version} session={session} editing={editing} record={record} onSave={save} />
      {type === 'services' && <VerifyPanel session={session} id={id} onVerified={again} />}
      <Section title={U.history}>
        {record.edits.length === 0 && <p>{U.noHistory}</p>}
        <ol className="desk-history">
          {record.edits.map((edit) => (
            <li key={edit.id}>
              <time dateTime={edit.at}>{momentWords(edit.at)}</time> <Tag>{EDIT_STATES[edit.state] ?? edit.state}</Tag>{' '}
              {edit.reason}
              <Changes changes={edit.changes} />
              {edit.state === 'applied' && edit.changes.length > 0 && (
                <Button kind="quiet" onClick={() => void undo(edit.id)}>
                  {U.undo}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}
