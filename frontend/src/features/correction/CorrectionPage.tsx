import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import { type Refusal, unreachedBy } from '../../api/private'
import { getService } from '../../api/services'
import { getCorrectionState, suggestCorrection } from '../../api/upkeep'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Service } from '../../model/directory'
import { Button, linkButton } from '../../ui/button/Button'
import { Details } from '../../ui/details/Details'
import { Field } from '../../ui/field/Field'
import { Sensitive } from '../../ui/leave/Sensitive'
import { LocalText } from '../../ui/local-text/LocalText'
import { Notice } from '../../ui/notice/Notice'
import { Page } from '../../ui/page/Page'
import { Select } from '../../ui/select/Select'
import { RemoteView } from '../shared/RemoteView'
import { useRemote } from '../shared/useRemote'
import { Unreached } from '../shared/Unreached'
import { Working } from '../shared/Working'
import '../shared/request.css'

/** Anybody says what is wrong with a listing, without saying who they are. */
export default function CorrectionPage() {
  const { t } = useLingui()
  const { id = '' } = useParams<{ id: string }>()
  const language = usePageLanguage()
  const service = useRemote(['service', id, language], (signal) => getService(id, language, signal))
  return (
    <Page title={t`Dizer o que está errado`}>
      <Sensitive />
      <RemoteView remote={service}>{(found) => <Saying service={found} />}</RemoteView>
      <Details summary={<Trans>Já disse alguma coisa? Veja o que aconteceu</Trans>}>
        <WhatBecameOfIt />
      </Details>
    </Page>
  )
}

function Saying({ service }: { service: Service }) {
  const { t } = useLingui()
  const [about, setAbout] = useState('wrong')
  const [proposed, setProposed] = useState('')
  const [remark, setRemark] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const unreached = refusal && unreachedBy(refusal)
  const [code, setCode] = useState<string>()
  const [sending, setSending] = useState(false)
  const said = useRef<HTMLDivElement>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const sent = await suggestCorrection('services', service.id, {
      about,
      ...(proposed.trim() && { proposed: proposed.trim() }),
      ...(remark.trim() && { remark: remark.trim() }),
    })
    setSending(false)
    if (sent.ok) setCode(sent.value)
    else setRefusal(sent.refusal)
    said.current?.focus()
  }
  return (
    <>
      <p>
        <strong>
          <LocalText text={service.name} />
        </strong>
      </p>
      <div ref={said} tabIndex={-1}>
        {code && (
          <Notice tone="good" title={t`Obrigado!`}>
            <p>
              <Trans>Quem trata desta página vai ver. Com este código pode saber o que aconteceu:</Trans>
            </p>
            <p className="code">
              <bdi>{code}</bdi>
            </p>
            <p>
              <Link href={`/services/${service.id}`} className={linkButton('second')}>
                <Trans>Voltar ao serviço</Trans>
              </Link>
            </p>
          </Notice>
        )}
        {refusal && (
          <Notice tone="bad">
            {unreached ? (
              <Unreached why={unreached} />
            ) : refusal.status === 429 ? (
              <Trans>Daqui já vieram muitas mensagens. Tente mais tarde.</Trans>
            ) : (
              <Trans>Não foi aceite. Escreva menos.</Trans>
            )}
          </Notice>
        )}
      </div>
      <Working />
      {!code && (
        <form className="request-form" onSubmit={(event) => void send(event)}>
          <Select
            label={t`O que se passa?`}
            value={about}
            onChange={setAbout}
            options={[
              { value: 'wrong', label: t`Alguma coisa está errada` },
              { value: 'closed', label: t`Fechou ou já não existe` },
              { value: 'moved', label: t`Mudou de sítio` },
              { value: 'scam', label: t`É uma burla: pedem dinheiro ou documentos` },
              { value: 'other', label: t`Outra coisa` },
            ]}
          />
          {about !== 'scam' && (
            <Field label={t`Como devia estar? (se souber)`}>
              {(control) => (
                <input
                  {...control}
                  dir="auto"
                  maxLength={500}
                  autoComplete="off"
                  value={proposed}
                  onChange={(event) => setProposed(event.target.value)}
                />
              )}
            </Field>
          )}
          <Field label={t`Quer dizer mais?`} hint={t`Não escreva o seu nome nem dados de ninguém. Pode escrever na sua língua.`}>
            {(control) => (
              <textarea
                {...control}
                dir="auto"
                rows={3}
                maxLength={500}
                value={remark}
                onChange={(event) => setRemark(event.target.value)}
              />
            )}
          </Field>
          {about === 'scam' && (
            <p className="small">
              <Trans>Só a equipa nacional lê isto; quem pôs o serviço aqui não vê.</Trans>
            </p>
          )}
          <Button type="submit" disabled={sending}>
            <Trans>Enviar</Trans>
          </Button>
        </form>
      )}
    </>
  )
}

function WhatBecameOfIt() {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const [state, setState] = useState<string>()
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    const found = await getCorrectionState(code)
    setState(found.ok ? found.value : (unreachedBy(found.refusal) ?? 'unknown'))
  }
  return (
    <form className="request-form" onSubmit={(event) => void ask(event)}>
      <Field label={t`O seu código`}>
        {(control) => (
          <input
            {...control}
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" kind="second" disabled={code === ''}>
        <Trans>Ver</Trans>
      </Button>
      <div role="status">
        {state === 'open' && <Trans>Ainda ninguém decidiu. Obrigado por esperar.</Trans>}
        {state === 'taken' && <Trans>Foi aceite. Obrigado: ajudou quem vem a seguir.</Trans>}
        {state === 'rejected' && <Trans>Foi visto, e a página ficou como estava.</Trans>}
        {state === 'unknown' && <Trans>Este código não existe. Veja se o escreveu bem.</Trans>}
        {(state === 'offline' || state === 'fault') && <Unreached why={state} />}
      </div>
    </form>
  )
}
