import { type FormEvent, useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Refusal } from '../../api/private'
import { getAgreementText, getIntakes, sendReferral } from '../../api/referrals'
import { getService } from '../../api/services'
import { LANGUAGES, type PageLanguage } from '../../i18n/languages'
import type { Service } from '../../model/directory'
import type { AgreementText } from '../../model/referral'
import { Button, linkButton } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { Select } from '../../ui/Select'
import { PrintButton } from '../../ui/ShareButton'
import { CodeSlip } from '../shared/CodeSlip'
import { RemoteView } from '../shared/RemoteView'
import type { StaffSession } from '../shared/staffSession'
import { useRemote } from '../shared/useRemote'
import { Desk } from './Desk'
import { AGES, CHANNELS, DOCUMENTS, HOURS, HOUSEHOLDS, languageWords, options, PRIORITIES, SLIP, W, wrongWords } from './words'

/** A mediator sends a person to a service. What is written here lies in this tab only, until it is sent. */
export default function SendPage() {
  const { id = '' } = useParams<{ id: string }>()
  const service = useRemote(['service', id, 'pt'], (signal) => getService(id, 'pt', signal))
  const intakes = useRemote(['intakes'], getIntakes)
  return (
    <Desk title={W.send}>
      {(session) => (
        <RemoteView remote={service}>
          {(found) => (
            <RemoteView remote={intakes}>
              {(taking) =>
                taking.has(found.id) ? <Sending session={session} service={found} /> : <Notice tone="warn">{W.notTaking}</Notice>
              }
            </RemoteView>
          )}
        </RemoteView>
      )}
    </Desk>
  )
}

const SPOKEN = [
  'ar',
  'bn',
  'en',
  'es',
  'fa',
  'fr',
  'hi',
  'kea',
  'ln',
  'ne',
  'pa',
  'pov',
  'ps',
  'pt',
  'ro',
  'ru',
  'so',
  'ti',
  'tr',
  'uk',
  'ur',
  'wo',
  'zh',
]
  .map((code) => ({ value: code, label: languageWords([code]) }))
  .sort((one, other) => one.label.localeCompare(other.label, 'pt'))

function Sending({ session, service }: { session: StaffSession; service: Service }) {
  const [language, setLanguage] = useState('pt')
  const [interpreter, setInterpreter] = useState(false)
  const [priority, setPriority] = useState('normal')
  const [ageBand, setAgeBand] = useState('')
  const [household, setHousehold] = useState('')
  const [document, setDocument] = useState('')
  const [deadline, setDeadline] = useState('')
  const [called, setCalled] = useState('')
  const [channel, setChannel] = useState('phone')
  const [contact, setContact] = useState('')
  const [hours, setHours] = useState('any')
  const [noMessage, setNoMessage] = useState(false)
  const [doNotSayWho, setDoNotSayWho] = useState(false)
  const [note, setNote] = useState('')
  const [mode, setMode] = useState('')
  const [readBy, setReadBy] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [onward, setOnward] = useState(false)
  const [wantsNews, setWantsNews] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [sent, setSent] = useState<{ id: string; code?: string }>()
  const [sending, setSending] = useState(false)
  const key = useRef(crypto.randomUUID())
  const told = useRef<HTMLDivElement>(null)
  const textLanguage: PageLanguage = LANGUAGES.find(({ code }) => code === language)?.code ?? 'pt'
  const text = useRemote(['agreement', textLanguage], (signal) => getAgreementText(textLanguage, signal))

  if (sent) return <Sent sent={sent} service={service} language={textLanguage} />

  const send = async (event: FormEvent, agreement: AgreementText) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const reply = await sendReferral(
      {
        service_id: service.id,
        priority,
        languages: [language],
        interpreter,
        age_band: ageBand,
        ...(household && { household }),
        ...(document && { documents: [document] }),
        ...(deadline && { person_deadline: deadline }),
        person: {
          called,
          channel,
          ...(['phone', 'email'].includes(channel) && { contact }),
          no_message: noMessage,
          do_not_say_who: doNotSayWho,
          hours,
          ...(note.trim() && { note }),
        },
        agreement: {
          text_id: agreement.id,
          text_version: agreement.version,
          language: agreement.language,
          mode,
          ...(readBy && { read_aloud_by: readBy }),
          purposes: ['receiver', ...(onward ? ['onward'] : []), ...(wantsNews ? ['contact'] : [])],
        },
      },
      key.current,
      session.token,
    )
    setSending(false)
    if (reply.ok) setSent(reply.value)
    else {
      setRefusal(reply.refusal)
      if (reply.refusal.status === 422) key.current = crypto.randomUUID()
      told.current?.focus()
    }
  }
  const wrong = (field: string) => {
    const found = refusal?.fields.find((each) => each.field === field)
    return found && wrongWords(found)
  }

  return (
    <RemoteView remote={text}>
      {(agreement) => (
        <form className="request-form" noValidate onSubmit={(event) => void send(event, agreement)}>
          <h2>{service.name.value}</h2>
          <div ref={told} tabIndex={-1}>
            {refusal && (
              <Notice tone="bad">
                <p>{refusal.status === 0 ? W.offline : W.refused}</p>
                <ul>
                  {refusal.fields.map((each) => (
                    <li key={each.field + each.detail}>{wrongWords(each)}</li>
                  ))}
                </ul>
              </Notice>
            )}
          </div>
          <Select label={W.priority} value={priority} onChange={setPriority} options={options(PRIORITIES, false)} />
          {priority === 'emergency' && <Notice tone="bad">{W.emergencyNotice}</Notice>}
          <Select label={W.languages} value={language} onChange={setLanguage} options={SPOKEN} />
          <Choice label={W.interpreter} checked={interpreter} onChange={setInterpreter} />
          <Select label={W.age} value={ageBand} onChange={setAgeBand} options={options(AGES)} />
          <Select label={W.household} value={household} onChange={setHousehold} options={options(HOUSEHOLDS)} />
          <Select label={W.documents} value={document} onChange={setDocument} options={options(DOCUMENTS)} />
          <Field label={W.deadline} hint={W.deadlineHint}>
            {(control) => (
              <input {...control} type="date" value={deadline} onChange={(event) => setDeadline(event.target.value)} />
            )}
          </Field>
          <Field label={W.called} error={wrong('/person/called')}>
            {(control) => (
              <input
                {...control}
                autoComplete="off"
                maxLength={60}
                value={called}
                onChange={(event) => setCalled(event.target.value)}
              />
            )}
          </Field>
          <Select label={W.channel} value={channel} onChange={setChannel} options={options(CHANNELS, false)} />
          {['phone', 'email'].includes(channel) && (
            <Field label={W.contact} error={wrong('/person/contact')}>
              {(control) => (
                <input
                  {...control}
                  type={channel === 'phone' ? 'tel' : 'email'}
                  autoComplete="off"
                  value={contact}
                  onChange={(event) => setContact(event.target.value)}
                />
              )}
            </Field>
          )}
          {channel === 'phone' && (
            <>
              <Select label={W.hours} value={hours} onChange={setHours} options={options(HOURS, false)} />
              <Choice label={W.noMessage} checked={noMessage} onChange={setNoMessage} />
              <Choice label={W.doNotSayWho} checked={doNotSayWho} onChange={setDoNotSayWho} />
            </>
          )}
          <Field label={W.note} error={wrong('/person/note')}>
            {(control) => (
              <textarea {...control} rows={3} maxLength={280} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Field>
          <section className="card" aria-labelledby="agreement">
            <h3 id="agreement">{W.agreement}</h3>
            <p className="small">{W.agreementHint}</p>
            <p lang={agreement.language} dir={agreement.language === 'ar' ? 'rtl' : 'ltr'} className="agreement-text">
              {agreement.brief}
            </p>
            {!agreement.reviewed && <p className="small">{W.unreviewed}</p>}
            <Select
              label={W.mode}
              value={mode}
              onChange={setMode}
              options={options({ signed: 'Assinou', spoken: 'Disse que sim' })}
            />
            <Select
              label={W.readBy}
              value={readBy}
              onChange={setReadBy}
              options={options({ mediator: 'Mediador', interpreter: 'Intérprete' })}
            />
            <Choice label={W.agreeReceiver} checked={agreed} onChange={setAgreed} />
            <Choice label={W.agreeOnward} checked={onward} onChange={setOnward} />
            <Choice label={W.agreeContact} checked={wantsNews} onChange={setWantsNews} />
          </section>
          <Button type="submit" disabled={!agreed || mode === '' || ageBand === '' || sending}>
            {W.submit}
          </Button>
          <p>
            <Link href={`/services/${service.id}`}>{W.printInstead}</Link>
          </p>
        </form>
      )}
    </RemoteView>
  )
}

/** The sheet that the person takes along, with the code. */
function Sent({ sent, service, language }: { sent: { id: string; code?: string }; service: Service; language: PageLanguage }) {
  const words = SLIP[language]
  return (
    <>
      <Notice tone="good" title={W.sentTitle}>
        <p>{service.name.value}</p>
      </Notice>
      {sent.code && <CodeSlip code={sent.code} also={words && { language, ...words }} />}
      <div className="record-actions">
        <Link href={`/desk/referrals/${sent.id}`} className={linkButton('second')}>
          {W.toReferral}
        </Link>
        <PrintButton />
      </div>
    </>
  )
}
