import { type FormEvent, useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import { getPack } from '../../api/eligibility'
import type { Refusal } from '../../api/private'
import { getAgreementText, getIntakes, openReferral, sendReferral } from '../../api/referrals'
import { getService } from '../../api/services'
import type { Answers } from '../../eligibility/answers'
import { LANGUAGES, type PageLanguage } from '../../i18n/languages'
import type { Service } from '../../model/directory'
import type { AgreementText } from '../../model/referral'
import { Button, linkButton } from '../../ui/button/Button'
import { Choice } from '../../ui/choice/Choice'
import { Field } from '../../ui/field/Field'
import { Notice } from '../../ui/notice/Notice'
import { Select } from '../../ui/select/Select'
import { PrintButton } from '../../ui/share-button/ShareButton'
import { CodeSlip } from '../shared/CodeSlip'
import { RemoteView } from '../shared/RemoteView'
import { SPOKEN_LANGUAGES } from '../shared/spokenLanguages'
import type { StaffSession } from '../shared/staffSession'
import { useRemote, valueOf } from '../shared/useRemote'
import { AgreementFields, agreementBody, isAgreed, NOT_AGREED } from './AgreementFields'
import { Desk } from './Desk'
import { NOBODY, personBody, PersonFields } from './PersonFields'
import { prepare, usePrepared } from './prepared'
import { isDouble, Refused } from './Refused'
import { lisbonDay } from './StepForm'
import { heldFacts, RuleFacts } from './RuleFacts'
import { AGES, DOCUMENTS, HOUSEHOLDS, languageWords, options, PRIORITIES, W, wrongWords } from './words'
import { slipWords } from './slipWords'

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
                taking.has(found.id) ? (
                  <Sending session={session} service={found} sensitive={taking.get(found.id) !== false} />
                ) : (
                  <Notice tone="warn">{W.notTaking}</Notice>
                )
              }
            </RemoteView>
          )}
        </RemoteView>
      )}
    </Desk>
  )
}

const SPOKEN = SPOKEN_LANGUAGES.map((code) => ({ value: code, label: languageWords([code]) })).sort((one, other) =>
  one.label.localeCompare(other.label, 'pt'),
)

/** What the receiver decides on. */
interface Needs {
  priority: string
  language: string
  interpreter: boolean
  ageBand: string
  household: string
  document: string
  deadline: string
}

interface SendingProps {
  session: StaffSession
  service: Service
  /** Its name would tell why somebody goes there. */
  sensitive: boolean
}

function Sending({ session, service, sensitive }: SendingProps) {
  const prepared = usePrepared()
  const before = prepared?.referral
  const pack = valueOf(useRemote(['eligibility-pack'], getPack))
  const [needs, setNeeds] = useState<Needs>({
    priority: 'normal',
    language: before?.languages[0] ?? 'pt',
    interpreter: before?.interpreter ?? false,
    ageBand: before?.ageBand ?? '',
    household: before?.household ?? '',
    document: before?.documents[0] ?? '',
    deadline: before?.personDeadline ?? '',
  })
  const [answers, setAnswers] = useState<Answers>({ ...(before?.facts as Answers), ...prepared?.answers })
  const [person, setPerson] = useState(NOBODY)
  const [agreed, setAgreed] = useState(NOT_AGREED)
  const [anotherPerson, setAnotherPerson] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [sent, setSent] = useState<{ id: string; code?: string }>()
  const [sending, setSending] = useState(false)
  const key = useRef(crypto.randomUUID())
  const told = useRef<HTMLDivElement>(null)
  const put = (part: Partial<Needs>) => setNeeds({ ...needs, ...part })
  const textLanguage: PageLanguage = LANGUAGES.find(({ code }) => code === needs.language)?.code ?? 'pt'
  const text = useRemote(['agreement', textLanguage], (signal) => getAgreementText(textLanguage, signal))

  if (sent) return <Sent sent={sent} service={service} sensitive={sensitive} language={textLanguage} />

  const send = async (event: FormEvent, agreement: AgreementText) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const reply = await sendReferral(
      {
        service_id: service.id,
        priority: needs.priority,
        languages: [needs.language],
        interpreter: needs.interpreter,
        age_band: needs.ageBand,
        ...(needs.household && { household: needs.household }),
        ...(needs.document && { documents: [needs.document] }),
        ...(needs.deadline && { person_deadline: needs.deadline }),
        ...(before?.municipality && { municipality: before.municipality }),
        ...(before?.endedAt && { previous_id: before.id }),
        ...(pack && { facts: heldFacts(pack, service.id, answers) }),
        person: personBody(person),
        ...(anotherPerson && { another_person: true }),
        ...agreementBody(agreement, agreed),
      },
      key.current,
      session.token,
    )
    setSending(false)
    if (reply.ok) {
      setSent(reply.value)
      prepare(undefined)
    } else {
      setRefusal(reply.refusal)
      if ([409, 422].includes(reply.refusal.status)) key.current = crypto.randomUUID()
      told.current?.focus()
    }
  }
  const takeContact = async (referral: string) => {
    const opened = await openReferral(session.token, referral)
    if (opened.ok)
      setPerson({ ...NOBODY, ...opened.value, contact: opened.value.contact ?? '', hours: opened.value.hours ?? 'any', note: '' })
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
            {refusal && <Refused refusal={refusal} />}
          </div>
          {before && (
            <Notice tone="info">
              <p>{W.prepared}</p>
              <Button kind="second" onClick={() => void takeContact(before.id)}>
                {W.sameContact}
              </Button>
            </Notice>
          )}
          <Select
            label={W.priority}
            value={needs.priority}
            onChange={(priority) => put({ priority })}
            options={options(PRIORITIES, false)}
          />
          {needs.priority === 'emergency' && <Notice tone="bad">{W.emergencyNotice}</Notice>}
          <Select label={W.languages} value={needs.language} onChange={(language) => put({ language })} options={SPOKEN} />
          <Choice label={W.interpreter} checked={needs.interpreter} onChange={(interpreter) => put({ interpreter })} />
          <Select label={W.age} value={needs.ageBand} onChange={(ageBand) => put({ ageBand })} options={options(AGES)} />
          <Select
            label={W.household}
            value={needs.household}
            onChange={(household) => put({ household })}
            options={options(HOUSEHOLDS)}
          />
          <Select
            label={W.documents}
            value={needs.document}
            onChange={(document) => put({ document })}
            options={options(DOCUMENTS)}
          />
          <Field label={W.deadline} hint={W.deadlineHint}>
            {(control) => (
              <input
                {...control}
                type="date"
                min={lisbonDay(0)}
                value={needs.deadline}
                onChange={(event) => put({ deadline: event.target.value })}
              />
            )}
          </Field>
          <RuleFacts
            service={service.id}
            answers={answers}
            onAnswer={(fact, answer) => setAnswers({ ...answers, [fact]: answer })}
          />
          <PersonFields person={person} wrong={wrong} onChange={setPerson} />
          {(anotherPerson || (refusal && isDouble(refusal))) && (
            <Choice label={W.anotherPerson} checked={anotherPerson} onChange={setAnotherPerson} />
          )}
          <AgreementFields session={session} service={service.id} text={agreement} agreed={agreed} onChange={setAgreed} />
          <Button type="submit" disabled={!isAgreed(agreed) || needs.ageBand === '' || sending}>
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

interface SentProps {
  sent: { id: string; code?: string }
  service: Service
  sensitive: boolean
  language: PageLanguage
}

/** The sheet that the person takes along, with the code. */
function Sent({ sent, service, sensitive, language }: SentProps) {
  const to = [service.name.value, service.organization?.name.value].filter(Boolean).join(', ')
  return (
    <>
      <Notice tone="good" title={W.sentTitle}>
        <p>{service.name.value}</p>
      </Notice>
      {sent.code && <CodeSlip code={sent.code} words={slipWords(language)} to={sensitive ? undefined : to} />}
      <div className="record-actions">
        <Link href={`/desk/referrals/${sent.id}`} className={linkButton('second')}>
          {W.toReferral}
        </Link>
        <PrintButton />
      </div>
    </>
  )
}
