import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type Refusal, type Reply, unreachedBy } from '../../api/private'
import { eraseMyReferral, exportMyReferral, followReferral, sayOfMyReferral, withdrawMyReferral } from '../../api/referrals'
import { dateText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Followed, FollowedLeg } from '../../model/referral'
import { Button } from '../../ui/button/Button'
import { Field } from '../../ui/field/Field'
import { Sensitive } from '../../ui/leave/Sensitive'
import { Notice } from '../../ui/notice/Notice'
import { Page } from '../../ui/page/Page'
import { Tag } from '../../ui/tag/Tag'
import { STATE_WORDS } from '../shared/stateWords'
import { Unreached } from '../shared/Unreached'
import { Working } from '../shared/Working'
import { takeCode } from './carriedCode'
import '../shared/request.css'

/** The code of an address that somebody photographed: whatever else stands there is no code. */
function codeOfAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch {
    return ''
  }
}

/** Where a person's request stands, by its code. Nothing that the person told is shown, and nothing is kept on the device. */
export default function MyRequestPage() {
  const { t } = useLingui()
  const [code, setCode] = useState(() => codeOfAddress() || takeCode())
  const [followed, setFollowed] = useState<Followed>()
  const [failed, setFailed] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLDivElement>(null)

  const show = (reply: Reply<Followed>) => {
    setBusy(false)
    if (reply.ok) setFollowed(reply.value)
    setFailed(reply.ok ? undefined : reply.refusal)
    heading.current?.focus()
    if (!reply.ok && CHANGED.includes(reply.refusal.status)) {
      void followReferral(code).then((now) => {
        if (now.ok) setFollowed(now.value)
      })
    }
  }
  const fail = (refusal: Refusal) => {
    setFailed(refusal)
    heading.current?.focus()
  }
  const ask = (question: Promise<Reply<Followed>>) => {
    setBusy(true)
    void question.then(show)
  }
  useEffect(() => {
    // the code leaves the address as soon as it was read: a telephone is often shared
    if (location.hash) history.replaceState(history.state, '', location.pathname)
  }, [])

  return (
    <Page title={t`O meu pedido`}>
      <Sensitive />
      <div ref={heading} tabIndex={-1}>
        {failed && (
          <Notice tone="bad">
            <p>
              <Failure refusal={failed} />
            </p>
          </Notice>
        )}
      </div>
      <Working />
      {followed ? (
        <Standing code={code} followed={followed} busy={busy} ask={ask} fail={fail} />
      ) : (
        <form
          className="request-form"
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            ask(followReferral(code))
          }}
        >
          <Field label={t`O código do seu pedido`} hint={t`Quatro grupos de quatro letras e números.`}>
            {(control) => (
              <input
                {...control}
                className="code"
                dir="ltr"
                value={code}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={40}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" disabled={busy || code.trim() === ''}>
            <Trans>Ver como está</Trans>
          </Button>
        </form>
      )}
    </Page>
  )
}

/** Somebody else was faster. */
const CHANGED = [409, 412]

function Failure({ refusal }: { refusal: Refusal }) {
  const unreached = unreachedBy(refusal)
  if (unreached) return <Unreached why={unreached} />
  switch (refusal.status) {
    case 409:
    case 412:
      return <Trans>O pedido mudou entretanto, e isto já não se pode fazer. Está aqui como ficou.</Trans>
    case 429:
      return <Trans>Há muitos códigos escritos da mesma rede. Espere um minuto e tente outra vez.</Trans>
    default:
      return <Trans>Nenhum pedido tem este código. Veja letra a letra.</Trans>
  }
}

interface StandingProps {
  code: string
  followed: Followed
  busy: boolean
  ask: (question: Promise<Reply<Followed>>) => void
  fail: (refusal: Refusal) => void
}

function Standing({ code, followed, busy, ask, fail }: StandingProps) {
  const [held, setHeld] = useState<string>()
  const [sure, setSure] = useState<'withdraw' | 'erase'>()
  const { actions } = followed
  return (
    <>
      <ol className="legs">
        {followed.legs.map((leg) => (
          <li key={leg.sentAt}>
            <LegCard leg={leg} />
          </li>
        ))}
      </ol>
      {actions.includes('not_contacted') && (
        <p>
          <Button disabled={busy} onClick={() => ask(sayOfMyReferral(code, 'not_contacted'))}>
            <Trans>Ninguém me contactou</Trans>
          </Button>
        </p>
      )}
      {actions.includes('say_whether_helped') && (
        <section className="card" aria-labelledby="helped">
          <h2 id="helped">
            <Trans>Recebeu a ajuda?</Trans>
          </h2>
          <div className="question-skip">
            <Button kind="second" disabled={busy} onClick={() => ask(sayOfMyReferral(code, 'got_help'))}>
              <Trans>Sim</Trans>
            </Button>
            <Button kind="second" disabled={busy} onClick={() => ask(sayOfMyReferral(code, 'partly'))}>
              <Trans>Em parte</Trans>
            </Button>
            <Button kind="second" disabled={busy} onClick={() => ask(sayOfMyReferral(code, 'no_help'))}>
              <Trans>Não</Trans>
            </Button>
          </div>
        </section>
      )}
      <section className="card" aria-labelledby="mine">
        <h2 id="mine">
          <Trans>Os seus dados são seus</Trans>
        </h2>
        <div className="question-skip">
          {actions.includes('withdraw') && (
            <Button kind="second" disabled={busy} onClick={() => setSure('withdraw')}>
              <Trans>Retirar o pedido</Trans>
            </Button>
          )}
          <Button
            kind="second"
            disabled={busy}
            onClick={() =>
              void exportMyReferral(code).then((reply) => {
                if (reply.ok) setHeld(reply.value)
                else fail(reply.refusal)
              })
            }
          >
            <Trans>Ver tudo o que está guardado</Trans>
          </Button>
          <Button kind="second" disabled={busy} onClick={() => setSure('erase')}>
            <Trans>Apagar o meu contacto</Trans>
          </Button>
        </div>
        {sure && (
          <Notice tone="warn">
            <p>
              {sure === 'withdraw' ? (
                <Trans>O pedido termina agora e o serviço deixa de ver o seu contacto.</Trans>
              ) : (
                <Trans>O seu contacto é apagado para sempre, e um pedido aberto termina.</Trans>
              )}
            </p>
            <div className="question-skip">
              <Button
                disabled={busy}
                onClick={() => {
                  setSure(undefined)
                  ask(sure === 'withdraw' ? withdrawMyReferral(code, 'person_asked') : eraseMyReferral(code))
                }}
              >
                <Trans>Sim, quero</Trans>
              </Button>
              <Button kind="second" onClick={() => setSure(undefined)}>
                <Trans>Não, deixar como está</Trans>
              </Button>
            </div>
          </Notice>
        )}
        {held && (
          <pre className="held" dir="ltr">
            {held}
          </pre>
        )}
      </section>
    </>
  )
}

function LegCard({ leg }: { leg: FollowedLeg }) {
  const { i18n } = useLingui()
  const language = usePageLanguage()
  const { says, tone } = STATE_WORDS[leg.state]
  const day = (at: string) => dateText(language, new Date(at), 'Europe/Lisbon')
  return (
    <article className="card">
      <h2>{leg.organization ? <bdi lang="pt">{leg.organization}</bdi> : <Trans>Serviço de apoio</Trans>}</h2>
      {leg.service && leg.service !== leg.organization && (
        <p lang="pt" dir="ltr">
          {leg.service}
        </p>
      )}
      <p>
        <Tag tone={tone}>{i18n._(says)}</Tag>
      </p>
      <p>
        <Trans>Enviado: {day(leg.sentAt)}</Trans>
      </p>
      {leg.dueAt &&
        (leg.overdue ? (
          <p>
            <Trans>Devia ter tido resposta até {day(leg.dueAt)}. Pode dizer que ninguém o contactou.</Trans>
          </p>
        ) : (
          <p>
            <Trans>Deve ter notícias até {day(leg.dueAt)}.</Trans>
          </p>
        ))}
      {leg.phone && (
        <p className="call">
          <a href={`tel:${leg.phone.replace(/[^\d+]/g, '')}`} dir="ltr">
            {leg.organization && (
              <span className="hidden" lang="pt">
                {leg.organization}:
              </span>
            )}{' '}
            {leg.phone}
          </a>
        </p>
      )}
      {leg.address && (
        <p lang="pt" dir="ltr">
          {leg.address}
        </p>
      )}
    </article>
  )
}
