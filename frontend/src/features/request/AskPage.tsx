import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import { getAgreementText, sendReferral } from '../../api/referrals'
import type { Refusal } from '../../api/private'
import { getService } from '../../api/services'
import { languageName } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Service } from '../../model/directory'
import type { AgreementText } from '../../model/referral'
import { Button, linkButton } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Details } from '../../ui/Details'
import { Field } from '../../ui/Field'
import { Sensitive } from '../../ui/leave/Sensitive'
import { LocalText } from '../../ui/LocalText'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { Select } from '../../ui/Select'
import { PrintButton } from '../../ui/ShareButton'
import { CodeSlip } from '../shared/CodeSlip'
import { useSlipWords } from './useSlipWords'
import { RemoteView } from '../shared/RemoteView'
import { useRemote } from '../shared/useRemote'
import { Working } from '../shared/Working'
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

type Channel = 'phone' | 'email' | 'returns'

function Asking({ service, agreement }: { service: Service; agreement: AgreementText }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const [called, setCalled] = useState('')
  const [channel, setChannel] = useState<Channel>('phone')
  const [contact, setContact] = useState('')
  const [ageBand, setAgeBand] = useState('')
  const [hours, setHours] = useState('any')
  const [interpreter, setInterpreter] = useState(false)
  const [noMessage, setNoMessage] = useState(false)
  const [doNotSayWho, setDoNotSayWho] = useState(false)
  const [note, setNote] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [onward, setOnward] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [sending, setSending] = useState(false)
  const [code, setCode] = useState<string>()
  const key = useRef(crypto.randomUUID())
  const said = useRef<HTMLDivElement>(null)
  const young = ageBand === 'young'

  if (code) return <Asked code={code} service={service} />

  const wrong = (field: string) => refusal?.fields.some((each) => each.field === field)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const sent = await sendReferral(
      {
        service_id: service.id,
        priority: 'normal',
        languages: [...new Set([language, 'pt'])],
        interpreter,
        age_band: ageBand,
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
      },
      key.current,
    )
    setSending(false)
    if (sent.ok && sent.value.code) setCode(sent.value.code)
    else {
      setRefusal(sent.ok ? undefined : sent.refusal)
      if (!sent.ok && sent.refusal.status === 422) key.current = crypto.randomUUID()
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
        {refusal && <Refused refusal={refusal} />}
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
              hint={channel === 'phone' ? t`Com o indicativo do país, por exemplo +351 912 345 678` : undefined}
              error={wrong('/person/contact') ? t`Veja se está completo e certo.` : undefined}
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
          <Choice
            label={t`Preciso de intérprete para: ${languageName(language, language)}`}
            checked={interpreter}
            onChange={setInterpreter}
          />
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
          <Button type="submit" disabled={!agreed || ageBand === '' || sending}>
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

function Refused({ refusal }: { refusal: Refusal }) {
  return (
    <Notice tone="bad">
      <p>
        {refusal.status === 409 ? (
          <Trans>Já tem um pedido aberto para este serviço.</Trans>
        ) : refusal.status === 429 ? (
          <Trans>Há muitos pedidos da mesma rede. Nada se perdeu; tente daqui a uma hora, ou a partir de outra rede.</Trans>
        ) : refusal.status === 0 || refusal.status >= 500 ? (
          <Trans>Não chegou: não há ligação. Nada se perdeu; tente outra vez.</Trans>
        ) : (
          <Trans>Falta alguma coisa ou algo não está certo. Veja as respostas marcadas.</Trans>
        )}
      </p>
    </Notice>
  )
}

function Asked({ code, service }: { code: string; service: Service }) {
  const { t } = useLingui()
  const words = useSlipWords()
  return (
    <>
      <Notice tone="good" title={t`O pedido foi enviado.`}>
        <p>
          <Trans>
            O serviço tem dez dias úteis para responder: <LocalText text={service.name} />
          </Trans>
        </p>
      </Notice>
      <CodeSlip code={code} words={[words]} />
      <div className="record-actions">
        <Link href="/my-request" className={linkButton('second')}>
          <Trans>Ver o meu pedido</Trans>
        </Link>
        <PrintButton />
      </div>
    </>
  )
}
