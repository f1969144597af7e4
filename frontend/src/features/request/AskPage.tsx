import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useMemo, useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import { getAgreementText } from '../../api/referrals'
import type { Refusal } from '../../api/private'
import { getService } from '../../api/services'
import { languageName } from '../../i18n/formats'
import type { PageLanguage } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Service } from '../../model/directory'
import type { AgreementText } from '../../model/referral'
import { Button, linkButton } from '../../ui/button/Button'
import { Choice } from '../../ui/choice/Choice'
import { Details } from '../../ui/details/Details'
import { Field } from '../../ui/field/Field'
import { Sensitive } from '../../ui/leave/Sensitive'
import { LocalText } from '../../ui/local-text/LocalText'
import { Notice } from '../../ui/notice/Notice'
import { Page } from '../../ui/page/Page'
import { Select } from '../../ui/select/Select'
import { RemoteView } from '../shared/RemoteView'
import { SPOKEN_LANGUAGES } from '../shared/spokenLanguages'
import { useRemote } from '../shared/useRemote'
import { Working } from '../shared/Working'
import { Asked } from './Asked'
import { AskRefused } from './AskRefused'
import { isDouble, useAsking } from './useAsking'
import '../shared/request.css'

/** A person asks a service to contact them, without an account. */
export default function AskPage() {
  const { t } = useLingui()
  const { id = '' } = useParams<{ id: string }>()
  const language = usePageLanguage()
  const service = useRemote(['service', id, language], (signal) => getService(id, language, signal))
  const text = useRemote(['agreement', language], (signal) => getAgreementText(language, signal))
  return (
    <Page title={t`Pedir que me contactem`}>
      <Sensitive />
      <RemoteView remote={service}>
        {(found) => <RemoteView remote={text}>{(agreement) => <Asking service={found} agreement={agreement} />}</RemoteView>}
      </RemoteView>
    </Page>
  )
}

/** Languages that somebody may need an interpreter for, by their names in the language of the page. */
const interpretedInto = (language: PageLanguage) =>
  SPOKEN_LANGUAGES.filter((code) => code !== 'pt')
    .map((code) => ({ value: code, label: languageName(language, code) }))
    .sort((one, other) => one.label.localeCompare(other.label, language))

type Channel = 'phone' | 'email' | 'returns'

function Asking({ service, agreement }: { service: Service; agreement: AgreementText }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const [called, setCalled] = useState('')
  const [channel, setChannel] = useState<Channel>('phone')
  const [contact, setContact] = useState('')
  const [ageBand, setAgeBand] = useState('')
  const [hours, setHours] = useState('any')
  const [anotherPerson, setAnotherPerson] = useState(false)
  // of the last time that the contact had an open request
  const [double, setDouble] = useState<'first' | 'another'>()
  const [interpreter, setInterpreter] = useState(false)
  const [spoken, setSpoken] = useState(language === 'pt' ? '' : language)
  const [noMessage, setNoMessage] = useState(false)
  const [doNotSayWho, setDoNotSayWho] = useState(false)
  const [note, setNote] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [onward, setOnward] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [sending, setSending] = useState(false)
  const [taken, setTaken] = useState<{ code: string; earlier: boolean }>()
  const said = useRef<HTMLDivElement>(null)
  const ask = useAsking()
  const interpreted = useMemo(() => interpretedInto(language), [language])
  const young = ageBand === 'young'
  const ready = agreed && ageBand !== '' && !(interpreter && spoken === '') && !sending

  if (taken) return <Asked code={taken.code} earlier={taken.earlier} service={service} />

  const wrong = (field: string) => refusal?.fields.some((each) => each.field === field)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    setSending(true)
    const outcome = await ask({
      service_id: service.id,
      priority: 'normal',
      languages: [...new Set(interpreter ? [spoken, language] : [language, 'pt'])],
      interpreter,
      age_band: ageBand,
      ...(anotherPerson && channel !== 'returns' && { another_person: true }),
      person: {
        called,
        channel,
        ...(channel !== 'returns' && { contact }),
        no_message: noMessage,
        do_not_say_who: doNotSayWho,
        hours,
        ...(note.trim() && { note }),
      },
      agreement: {
        text_id: agreement.id,
        text_version: agreement.version,
        language: agreement.language,
        mode: 'ticked',
        purposes: ['receiver', 'contact', ...(onward ? ['onward'] : [])],
      },
    })
    setSending(false)
    if (outcome.kind === 'taken') {
      setTaken(outcome)
    } else {
      setRefusal(outcome.refusal)
      if (isDouble(outcome.refusal)) setDouble(anotherPerson ? 'another' : 'first')
      said.current?.focus()
    }
  }

  return (
    <form className="request-form" onSubmit={(event) => void send(event)} noValidate>
      <p>
        <Trans>O pedido vai para:</Trans>{' '}
        <strong>
          <LocalText text={service.name} />
        </strong>
      </p>
      <Notice tone="bad">
        <p>
          <Trans>
            Está em perigo? Não espere por uma resposta: ligue <a href="tel:112">112</a>.
          </Trans>
        </p>
      </Notice>
      <div ref={said} tabIndex={-1}>
        {refusal && <AskRefused refusal={refusal} anotherPerson={double === 'another'} ready={ready} />}
      </div>
      <Working />
      <Field
        label={t`Como quer ser chamado?`}
        hint={t`Não tem de ser o nome dos documentos.`}
        error={wrong('/person/called') ? t`Escreva um nome curto, sem números.` : undefined}
      >
        {(control) => (
          <input
            {...control}
            value={called}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => setCalled(event.target.value)}
          />
        )}
      </Field>
      <Select
        label={t`Que idade tem?`}
        value={ageBand}
        onChange={setAgeBand}
        options={[
          { value: '', label: t`Escolha` },
          { value: 'young', label: t`Menos de 18 anos` },
          { value: '18-29', label: t`18 a 29 anos` },
          { value: '30-64', label: t`30 a 64 anos` },
          { value: '65+', label: t`65 anos ou mais` },
        ]}
      />
      {young ? (
        <Notice tone="warn">
          <p>
            <Trans>
              Para menores de 18 anos, peça a um adulto em quem confia que vá consigo a um balcão, ou ligue a uma destas linhas.
            </Trans>
          </p>
          <p>
            <Link href="/services?need=children" className={linkButton('second')}>
              <Trans>Apoio a crianças e jovens</Trans>
            </Link>
          </p>
        </Notice>
      ) : (
        <>
          <Select
            label={t`Como o podem contactar?`}
            value={channel}
            onChange={(value) => setChannel(value as Channel)}
            options={[
              { value: 'phone', label: t`Por telefone` },
              { value: 'email', label: t`Por e-mail` },
              { value: 'returns', label: t`Eu volto a ver a resposta com o código` },
            ]}
          />
          {channel !== 'returns' && (
            <Field
              label={channel === 'phone' ? t`Número de telefone` : t`Endereço de e-mail`}
              hint={
                channel === 'phone' ? (
                  <Trans>
                    Com o indicativo do país, por exemplo <bdi dir="ltr">+351 912 345 678</bdi>
                  </Trans>
                ) : undefined
              }
              error={
                !wrong('/person/contact')
                  ? undefined
                  : refusal && isDouble(refusal)
                    ? t`Já há um pedido aberto com este contacto.`
                    : t`Veja se está completo e certo.`
              }
            >
              {(control) => (
                <input
                  {...control}
                  type={channel === 'phone' ? 'tel' : 'email'}
                  dir="ltr"
                  value={contact}
                  autoComplete="off"
                  onChange={(event) => setContact(event.target.value)}
                />
              )}
            </Field>
          )}
          {channel !== 'returns' && double && (
            <Choice
              label={t`O pedido é para outra pessoa da minha família, com o mesmo contacto`}
              checked={anotherPerson}
              onChange={setAnotherPerson}
            />
          )}
          {channel === 'phone' && (
            <>
              <Select
                label={t`A que horas?`}
                value={hours}
                onChange={setHours}
                options={[
                  { value: 'any', label: t`Qualquer hora` },
                  { value: 'morning', label: t`De manhã` },
                  { value: 'afternoon', label: t`De tarde` },
                  { value: 'evening', label: t`Ao fim do dia` },
                ]}
              />
              <Choice label={t`Não deixar mensagens`} checked={noMessage} onChange={setNoMessage} />
              <Choice label={t`Não dizer quem está a ligar`} checked={doNotSayWho} onChange={setDoNotSayWho} />
            </>
          )}
          <Choice label={t`Preciso de intérprete`} checked={interpreter} onChange={setInterpreter} />
          {interpreter && (
            <Select
              label={t`Em que língua quer falar?`}
              value={spoken}
              onChange={setSpoken}
              options={[{ value: '', label: t`Escolha` }, ...interpreted]}
            />
          )}
          <Field
            label={t`Quer acrescentar alguma coisa? (facultativo)`}
            hint={t`Não escreva números de documentos, datas de nascimento nem a sua história.`}
            error={
              wrong('/person/note') ? t`Há um número, uma data ou um endereço que não podemos guardar. Retire-o.` : undefined
            }
          >
            {(control) => (
              <textarea {...control} rows={3} maxLength={280} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Field>
          <section className="card" aria-labelledby="agreement">
            <h2 id="agreement">
              <Trans>O seu acordo</Trans>
            </h2>
            <p lang={agreement.language}>{agreement.brief}</p>
            {!agreement.reviewed && (
              <p className="small">
                <Trans>Este texto ainda não foi revisto por um jurista nem por um falante nativo.</Trans>
              </p>
            )}
            <Details summary={<Trans>Ler tudo</Trans>}>
              <p lang={agreement.language}>{agreement.notice}</p>
            </Details>
            <Choice label={t`Concordo que o pedido vá para este serviço`} checked={agreed} onChange={setAgreed} />
            <Choice label={t`E que este serviço o possa passar a outro do mesmo tipo`} checked={onward} onChange={setOnward} />
          </section>
          <Button type="submit" disabled={!ready}>
            <Trans>Enviar o pedido</Trans>
          </Button>
          <p>
            <Link href={`/services/${service.id}`}>
              <Trans>Não quero: mostrar só a morada e o telefone</Trans>
            </Link>
          </p>
        </>
      )}
    </form>
  )
}
