import { type FormEvent, useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Refusal } from '../../api/private'
import { type Editable, editRecord, getEditable, rollBack } from '../../api/upkeep'
import { asRecord, type Json, list, optionalString } from '../../api/wire'
import { LANGUAGES, type PageLanguage } from '../../i18n/languages'
import { Button, linkButton } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Details } from '../../ui/Details'
import { Loading } from '../../ui/Faces/Loading'
import { NotFound } from '../../ui/Faces/NotFound'
import { Field } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { Select } from '../../ui/Select'
import { Tag } from '../../ui/Tag'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { Changes } from './Changes'
import { Desk } from './Desk'
import { Refused } from './Refused'
import { EDIT_STATES, STATUSES, TEXTS, U } from './upkeepWords'
import { usePrivate } from './usePrivate'
import { VerifyPanel } from './VerifyPanel'
import { languageWords, momentWords, options, W } from './words'

/** A service is changed with a reason, its translations beside it, and can be changed back. */
export default function EditPage() {
  const { id = '' } = useParams<{ id: string }>()
  return (
    <Desk title={U.editTitle}>
      {(session) => (
        <>
          <p>
            <Link href="/desk/upkeep">{U.back}</Link>
          </p>
          <One session={session} id={id} />
        </>
      )}
    </Desk>
  )
}

interface OneProps {
  session: StaffSession
  id: string
}

function One({ session, id }: OneProps) {
  const [reply, again] = usePrivate(['editable', session.id, id], () => getEditable(session.token, 'services', id))
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
    const saved = await editRecord(session.token, 'services', id, record.version, { fields, reason, lockedUntil })
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
      <p>
        <Link href={`/services/${id}`} className={linkButton('second')}>
          {U.preview}
        </Link>
      </p>
      <Form key={record.version} session={session} record={record} onSave={save} />
      <VerifyPanel session={session} id={id} onVerified={again} />
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

interface Translation {
  field: string
  language: string
  value: string
  [other: string]: unknown
}

const translationsOf = (record: Editable): Translation[] =>
  list(record.body.translations ?? []).map((each) => asRecord(each) as Translation)

interface FormProps {
  session: StaffSession
  record: Editable
  onSave: (fields: Json, reason: string, lockedUntil?: string) => Promise<void>
}

function Form({ session, record, onSave }: FormProps) {
  const texts = TEXTS.map(({ field }) => [field, optionalString(record.body[field]) ?? ''] as const)
  const [values, setValues] = useState<Record<string, string>>(Object.fromEntries(texts))
  const [status, setStatus] = useState(optionalString(record.body.status) ?? 'active')
  const [phones, setPhones] = useState(list(record.body.phones ?? []).map((each) => optionalString(asRecord(each).number) ?? ''))
  const [language, setLanguage] = useState<PageLanguage>('en')
  const [translated, setTranslated] = useState<Record<string, string>>({})
  const [reviewed, setReviewed] = useState(false)
  const [reason, setReason] = useState('')
  const [lockedUntil, setLockedUntil] = useState('')
  const translations = translationsOf(record)
  const said = (field: string) =>
    translated[`${language} ${field}`] ??
    translations.find((each) => each.field === field && each.language === language)?.value ??
    ''

  const fields: Json = {}
  for (const [field, before] of texts) {
    const value = values[field]?.trim() ?? ''
    if (value !== before) fields[field] = value === '' ? null : value
  }
  if (status !== (record.body.status ?? 'active')) fields.status = status
  const before = list(record.body.phones ?? []).map(asRecord)
  const numbers = phones.map((each) => each.trim()).filter(Boolean)
  if (numbers.join() !== before.map((each) => optionalString(each.number) ?? '').join())
    fields.phones = numbers.map((number) => before.find((each) => each.number === number) ?? { number })
  const newTranslations = Object.entries(translated).flatMap(([key, value]) => {
    const [of = '', field = ''] = key.split(' ')
    return value.trim() ? [{ field, language: of, value: value.trim(), origin: 'human', reviewed }] : []
  })
  if (Object.keys(translated).length > 0)
    fields.translations = [
      ...translations.filter((each) => translated[`${each.language} ${each.field}`] === undefined),
      ...newTranslations,
    ]
  const changed = Object.keys(fields).length > 0

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSave(fields, reason, lockedUntil || undefined)
  }
  return (
    <form className="request-form" onSubmit={submit}>
      <Select
        label={U.translation}
        value={language}
        onChange={(value) => setLanguage(value as PageLanguage)}
        options={LANGUAGES.filter(({ code }) => code !== 'pt').map(({ code }) => ({ value: code, label: languageWords([code]) }))}
      />
      <Select label={U.status} value={status} onChange={setStatus} options={options(STATUSES, false)} />
      {TEXTS.map(({ field, label, long, translated: hasTranslation }) => {
        const holder = record.holders[field]
        const Control = long ? 'textarea' : 'input'
        return (
          <div key={field} className="edit-pair">
            <Field label={label} hint={holder?.rank === 'national_lock' ? `${U.locked} ${holder.until ?? ''}` : undefined}>
              {(control) => (
                <Control
                  {...control}
                  {...(long && { rows: 4 })}
                  dir="auto"
                  autoComplete="off"
                  value={values[field]}
                  onChange={(event: { currentTarget: { value: string } }) =>
                    setValues({ ...values, [field]: event.currentTarget.value })
                  }
                />
              )}
            </Field>
            {hasTranslation && (
              <Field label={`${label} (${languageWords([language])})`}>
                {(control) => (
                  <Control
                    {...control}
                    {...(long && { rows: 4 })}
                    dir="auto"
                    lang={language}
                    autoComplete="off"
                    value={said(field)}
                    onChange={(event: { currentTarget: { value: string } }) =>
                      setTranslated({ ...translated, [`${language} ${field}`]: event.currentTarget.value })
                    }
                  />
                )}
              </Field>
            )}
          </div>
        )
      })}
      {[...phones, ''].map((number, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a number has
        <Field key={at} label={`${U.phone} ${at + 1}`}>
          {(control) => (
            <input
              {...control}
              type="tel"
              dir="ltr"
              autoComplete="off"
              maxLength={40}
              value={number}
              onChange={(event) => {
                const next = [...phones]
                next[at] = event.target.value
                setPhones(next)
              }}
            />
          )}
        </Field>
      ))}
      {newTranslations.length > 0 && <Choice label={U.reviewed} checked={reviewed} onChange={setReviewed} />}
      <Field label={U.reason}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {session.role === 'national-editor' && (
        <Details summary={U.lock}>
          <Field label={U.lock}>
            {(control) => (
              <input {...control} type="date" value={lockedUntil} onChange={(event) => setLockedUntil(event.target.value)} />
            )}
          </Field>
        </Details>
      )}
      {!changed && <p className="small">{U.nothingChanged}</p>}
      <Button type="submit" disabled={!changed || reason.trim() === ''}>
        {U.save}
      </Button>
    </form>
  )
}
