import { Choice } from '../../ui/choice/Choice'
import { Field } from '../../ui/field/Field'
import { Select } from '../../ui/select/Select'
import { CHANNELS, HOURS, options, W } from './words'

/** How to reach the person: what is sealed. */
export interface PersonToReach {
  called: string
  channel: string
  contact: string
  hours: string
  noMessage: boolean
  doNotSayWho: boolean
  note: string
}

export const NOBODY: PersonToReach = {
  called: '',
  channel: 'phone',
  contact: '',
  hours: 'any',
  noMessage: false,
  doNotSayWho: false,
  note: '',
}

const hasContact = (channel: string) => ['phone', 'email'].includes(channel)

export const personBody = (person: PersonToReach): object => ({
  called: person.called,
  channel: person.channel,
  ...(hasContact(person.channel) && { contact: person.contact }),
  no_message: person.noMessage,
  do_not_say_who: person.doNotSayWho,
  hours: person.hours,
  ...(person.note.trim() && { note: person.note }),
})

interface Props {
  person: PersonToReach
  wrong: (field: string) => string | undefined
  onChange: (person: PersonToReach) => void
}

export function PersonFields({ person, wrong, onChange }: Props) {
  const put = (part: Partial<PersonToReach>) => onChange({ ...person, ...part })
  return (
    <>
      <Field label={W.called} error={wrong('/person/called')}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            maxLength={60}
            value={person.called}
            onChange={(event) => put({ called: event.target.value })}
          />
        )}
      </Field>
      <Select
        label={W.channel}
        value={person.channel}
        onChange={(channel) => put({ channel })}
        options={options(CHANNELS, false)}
      />
      {hasContact(person.channel) && (
        <Field label={W.contact} error={wrong('/person/contact')}>
          {(control) => (
            <input
              {...control}
              type={person.channel === 'phone' ? 'tel' : 'email'}
              autoComplete="off"
              value={person.contact}
              onChange={(event) => put({ contact: event.target.value })}
            />
          )}
        </Field>
      )}
      {person.channel === 'phone' && (
        <>
          <Select label={W.hours} value={person.hours} onChange={(hours) => put({ hours })} options={options(HOURS, false)} />
          <Choice label={W.noMessage} checked={person.noMessage} onChange={(noMessage) => put({ noMessage })} />
          <Choice label={W.doNotSayWho} checked={person.doNotSayWho} onChange={(doNotSayWho) => put({ doNotSayWho })} />
        </>
      )}
      <Field label={W.note} error={wrong('/person/note')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={280}
            value={person.note}
            onChange={(event) => put({ note: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
