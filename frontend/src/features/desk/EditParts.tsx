import { useId } from 'react'
import { asRecord, type Json, list, optionalString } from '../../api/wire'
import { Button } from '../../ui/button/Button'
import { Choice } from '../../ui/choice/Choice'
import { Field } from '../../ui/field/Field'
import { ADDRESS_LINES, DAYS, type Editing, NEW_ADDRESS, NEW_HOURS } from './editing'
import { valueWords } from './syncWords'
import { U } from './upkeepWords'
import { languageWords } from './words'

interface PartProps {
  value: Json[]
  onChange: (value: Json[]) => void
}

const partsOf = (value: unknown): Json[] => list(value ?? []).map(asRecord)

interface Props {
  part: Editing['parts'][number]
  value: unknown
  onChange: (value: Json[]) => void
}

/** What a record has several of. */
export function EditPart({ part, value, onChange }: Props) {
  const Part = PARTS[part]
  return <Part value={partsOf(value)} onChange={onChange} />
}

const replaced = (value: Json[], at: number, by: Json): Json[] => value.map((each, here) => (here === at ? by : each))
const without = (value: Json[], at: number): Json[] => value.filter((_, each) => each !== at)

function Phones({ value, onChange }: PartProps) {
  return [...value, {}].map((phone, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a number has
    <Field key={at} label={`${U.phone} ${at + 1}`}>
      {(control) => (
        <input
          {...control}
          type="tel"
          dir="ltr"
          autoComplete="off"
          maxLength={40}
          value={optionalString(phone.number) ?? ''}
          onChange={({ target }) => {
            if (at === value.length) onChange([...value, { number: target.value }])
            else onChange(target.value ? replaced(value, at, { ...phone, number: target.value }) : without(value, at))
          }}
        />
      )}
    </Field>
  ))
}

const WEEK = Object.keys(DAYS)

/** Hours that are the same every week are changed here; others are shown, and can be taken away. */
const isWeekly = (schedule: Json): boolean =>
  schedule.freq === 'WEEKLY' &&
  typeof schedule.byday === 'string' &&
  schedule.byday.split(',').every((day) => WEEK.includes(day)) &&
  (schedule.interval ?? 1) === 1

function Schedules({ value, onChange }: PartProps) {
  const id = useId()
  return (
    <fieldset className="edit-part">
      <legend>{U.hours}</legend>
      {value.map((schedule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hours have no other name
        <div key={at} className="edit-hours">
          {isWeekly(schedule) ? (
            <Weekly id={`${id}-${at}`} schedule={schedule} onChange={(by) => onChange(replaced(value, at, by))} />
          ) : (
            <bdi>{valueWords(schedule)}</bdi>
          )}
          <Button kind="quiet" aria-label={`${U.takeAway} ${at + 1}`} onClick={() => onChange(without(value, at))}>
            {U.takeAway}
          </Button>
        </div>
      ))}
      <Button kind="second" onClick={() => onChange([...value, NEW_HOURS])}>
        {U.moreHours}
      </Button>
    </fieldset>
  )
}

function Weekly({ id, schedule, onChange }: { id: string; schedule: Json; onChange: (schedule: Json) => void }) {
  const days = String(schedule.byday).split(',')
  const toggled = (day: string) => WEEK.filter((each) => (each === day) !== days.includes(each)).join(',')
  const time = (field: 'opens_at' | 'closes_at', label: string) => (
    <>
      <label className="hidden" htmlFor={`${id}-${field}`}>
        {label}
      </label>
      <input
        id={`${id}-${field}`}
        type="time"
        required
        value={(optionalString(schedule[field]) ?? '').slice(0, 5)}
        onChange={({ target }) => onChange({ ...schedule, [field]: target.value })}
      />
    </>
  )
  return (
    <>
      <span className="edit-days">
        {Object.entries(DAYS).map(([day, word]) => (
          <Choice
            key={day}
            label={word}
            checked={days.includes(day)}
            onChange={() => toggled(day) !== '' && onChange({ ...schedule, byday: toggled(day) })}
          />
        ))}
      </span>
      <span className="edit-times">
        {time('opens_at', U.opens)} – {time('closes_at', U.closes)}
      </span>
    </>
  )
}

/** Languages that many who come speak, and whatever else a record has. */
const COMMON = ['pt', 'en', 'fr', 'es', 'uk', 'ru', 'ar', 'hi', 'bn', 'ne', 'ur', 'pa', 'zh', 'ro', 'fa', 'tr']

function Languages({ value, onChange }: PartProps) {
  const spoken = value.map((each) => optionalString(each.code)).filter((code) => code !== undefined)
  const codes = [...new Set([...COMMON, ...spoken])]
  return (
    <fieldset className="edit-part">
      <legend>{U.spoken}</legend>
      <div className="edit-days">
        {codes.map((code) => (
          <Choice
            key={code}
            label={languageWords([code])}
            checked={spoken.includes(code)}
            onChange={(speaks) => onChange(speaks ? [...value, { code }] : value.filter((each) => each.code !== code))}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Documents({ value, onChange }: PartProps) {
  const lines = value.map((each) => optionalString(each.document) ?? '')
  return (
    <Field label={U.documents} hint={U.documentsHint}>
      {(control) => (
        <textarea
          {...control}
          rows={Math.max(3, lines.length + 1)}
          value={lines.join('\n')}
          onChange={({ target }) =>
            onChange(
              target.value === ''
                ? []
                : target.value.split('\n').map((document) => ({ ...value.find((each) => each.document === document), document })),
            )
          }
        />
      )}
    </Field>
  )
}

function Addresses({ value, onChange }: PartProps) {
  return (
    <>
      {value.map((address, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an address has no other name
        <fieldset key={at} className="edit-part">
          <legend>{`${U.address} ${at + 1}`}</legend>
          {ADDRESS_LINES.map(([field, label]) => (
            <Field key={field} label={label}>
              {(control) => (
                <input
                  {...control}
                  autoComplete="off"
                  value={optionalString(address[field]) ?? ''}
                  onChange={({ target }) => onChange(replaced(value, at, { ...address, [field]: target.value || null }))}
                />
              )}
            </Field>
          ))}
        </fieldset>
      ))}
      {value.length === 0 && (
        <Button kind="second" onClick={() => onChange([NEW_ADDRESS])}>
          {U.moreAddress}
        </Button>
      )}
    </>
  )
}

const PARTS = {
  phones: Phones,
  schedules: Schedules,
  languages: Languages,
  required_documents: Documents,
  addresses: Addresses,
}
