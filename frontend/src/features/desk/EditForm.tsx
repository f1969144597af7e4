import { type FormEvent, useState } from 'react'
import type { Editable } from '../../api/upkeep'
import { asRecord, type Json, list, optionalNumber, optionalString } from '../../api/wire'
import { LANGUAGES, type PageLanguage } from '../../i18n/languages'
import { Button } from '../../ui/button/Button'
import { Choice } from '../../ui/choice/Choice'
import { Details } from '../../ui/details/Details'
import { Field } from '../../ui/field/Field'
import { Select } from '../../ui/select/Select'
import type { StaffSession } from '../shared/staffSession'
import { EditPart } from './EditParts'
import { ReasonField } from './ReasonField'
import { differences, type Editing, wanted } from './editing'
import { U } from './upkeepWords'
import { languageWords, options } from './words'

interface Translation {
  field: string
  language: string
  value: string
  [other: string]: unknown
}

interface Props {
  session: StaffSession
  editing: Editing
  record: Editable
  onSave: (fields: Json, reason: string, lockedUntil?: string) => Promise<void>
}

/** What a record says, each text beside its translation, and why it is changed. */
export function EditForm({ session, editing, record, onSave }: Props) {
  const { body } = record
  const [draft, setDraft] = useState<Json>({})
  const [language, setLanguage] = useState<PageLanguage>('en')
  const [translated, setTranslated] = useState<Record<string, string>>({})
  const [reviewed, setReviewed] = useState(false)
  const [reason, setReason] = useState('')
  const [lockedUntil, setLockedUntil] = useState('')
  const set = (field: string, value: unknown) => setDraft({ ...draft, [field]: value })

  const translations = list(body.translations ?? []).map((each) => asRecord(each) as Translation)
  const said = (field: string) =>
    translated[`${language} ${field}`] ??
    translations.find((each) => each.field === field && each.language === language)?.value ??
    ''
  const newTranslations = Object.entries(translated).flatMap(([key, value]) => {
    const [of = '', field = ''] = key.split(' ')
    return value.trim() ? [{ field, language: of, value: value.trim(), origin: 'human', reviewed }] : []
  })
  const fields = differences(body, draft)
  if (Object.keys(translated).length > 0)
    fields.translations = [
      ...translations.filter((each) => translated[`${each.language} ${each.field}`] === undefined),
      ...newTranslations,
    ]
  const changed = Object.keys(fields).length > 0
  const locked = (field: string) => {
    const holder = record.holders[field]
    return holder?.rank === 'national_lock' ? `${U.locked} ${holder.until ?? ''}` : undefined
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSave(fields, reason, lockedUntil || undefined)
  }
  return (
    <form className="request-form" onSubmit={submit}>
      {editing.texts.some((each) => each.translated) && (
        <Select
          label={U.translation}
          value={language}
          onChange={(value) => setLanguage(value as PageLanguage)}
          options={LANGUAGES.filter(({ code }) => code !== 'pt').map(({ code }) => ({
            value: code,
            label: languageWords([code]),
          }))}
        />
      )}
      {editing.statuses && (
        <Select
          label={U.status}
          hint={locked('status')}
          value={optionalString(wanted(body, draft, 'status')) ?? 'active'}
          onChange={(value) => set('status', value === 'active' && body.status === undefined ? undefined : value)}
          options={options(editing.statuses, false)}
        />
      )}
      {editing.texts.map(({ field, label, long, translated: hasTranslation }) => (
        <div key={field} className="edit-pair">
          <Text
            label={label}
            hint={locked(field)}
            long={long}
            value={optionalString(wanted(body, draft, field)) ?? ''}
            onChange={(value) => set(field, value)}
          />
          {hasTranslation && (
            <Text
              label={`${label} (${languageWords([language])})`}
              long={long}
              lang={language}
              value={said(field)}
              onChange={(value) => setTranslated({ ...translated, [`${language} ${field}`]: value })}
            />
          )}
        </div>
      ))}
      {editing.answers?.map(({ field, label }) => (
        <Select
          key={field}
          label={label}
          hint={locked(field)}
          value={String(wanted(body, draft, field) ?? '')}
          onChange={(value) => set(field, value === '' ? null : value === 'true')}
          options={[
            { value: '', label: U.unknown },
            { value: 'true', label: U.yes },
            { value: 'false', label: U.no },
          ]}
        />
      ))}
      {editing.numbers?.map(({ field, label }) => (
        <Field key={field} label={label} hint={locked(field)}>
          {(control) => (
            <input
              {...control}
              type="number"
              step="any"
              autoComplete="off"
              value={optionalNumber(wanted(body, draft, field)) ?? ''}
              onChange={({ target }) => set(field, target.value === '' ? null : Number(target.value))}
            />
          )}
        </Field>
      ))}
      {editing.parts.map((part) => (
        <EditPart key={part} part={part} value={wanted(body, draft, part)} onChange={(value) => set(part, value)} />
      ))}
      {newTranslations.length > 0 && <Choice label={U.reviewed} checked={reviewed} onChange={setReviewed} />}
      <ReasonField label={U.reason} value={reason} onChange={setReason} />
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

interface TextProps {
  label: string
  hint?: string
  long?: boolean
  lang?: PageLanguage
  value: string
  onChange: (value: string) => void
}

function Text({ label, hint, long, lang, value, onChange }: TextProps) {
  const Control = long ? 'textarea' : 'input'
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Control
          {...control}
          {...(long && { rows: 4 })}
          dir="auto"
          lang={lang}
          autoComplete="off"
          value={value}
          onChange={(event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
