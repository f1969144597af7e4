import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { getSignIn, type ProviderWays, signInAs } from '../../api/session'
import { Button } from '../../ui/button/Button'
import { Loading } from '../../ui/states/Loading'
import { Notice } from '../../ui/notice/Notice'
import { Page } from '../../ui/page/Page'
import { Tag } from '../../ui/tag/Tag'
import { comeBack, hasComeBack, leaveToSignIn, signInBeside } from '../shared/providerSignIn'
import { RemoteView } from '../shared/RemoteView'
import {
  begin,
  end,
  type Ended,
  mustProve,
  signOutAtProvider,
  type StaffSession,
  type Tokens,
  useStaffState,
} from '../shared/staffSession'
import { useRemote, valueOf } from '../shared/useRemote'
import '../shared/request.css'
import './desk.css'
import { ROLES, W } from './words'

/** A page of the desk: for who is signed in, else the way to sign in. What somebody was writing waits below, out of sight, for them. */
export function Desk({ title, children }: { title: string; children: (session: StaffSession) => ReactNode }) {
  const { session, waiting, ended, warned } = useStaffState()
  const ways = valueOf(useRemote(['sign-in'], getSignIn))
  const shown = session ?? waiting
  return (
    <div lang="pt" dir="ltr">
      <Page title={title}>
        {!session && <SignIn ended={ended} waits={waiting !== undefined} />}
        {session && (
          <p className="desk-who">
            {ways?.mode === 'development' && <Tag tone="warn">{W.practiceTag}</Tag>}
            {W.signedIn}: <strong>{ROLES[session.role] ?? session.role}</strong>
            <Button kind="quiet" onClick={end}>
              {W.signOut}
            </Button>
          </p>
        )}
        {warned && (
          <div role="alert" className="desk-idle">
            <Notice tone="warn">
              <p>{W.idleSoon}</p>
              <Button kind="second">{W.stillHere}</Button>
            </Notice>
          </div>
        )}
        {shown && (
          <div key={shown.id} className="desk-work" hidden={!session}>
            {children(shown)}
          </div>
        )}
      </Page>
    </div>
  )
}

const ENDED: Record<Ended, string> = { idle: W.endedIdle, expired: W.endedExpired, elsewhere: W.endedElsewhere }

function SignIn({ ended, waits }: { ended?: Ended; waits: boolean }) {
  const ways = useRemote(['sign-in'], getSignIn)
  return (
    <RemoteView remote={ways}>
      {({ mode, people, provider }) => (
        <>
          {ended && (
            <div role="status">
              <Notice tone="warn">
                <p>
                  {ENDED[ended]} {waits && W.waits}
                </p>
              </Notice>
            </div>
          )}
          <Notice tone={mode === 'none' ? 'warn' : 'info'}>
            <p>{mode === 'development' ? W.practice : mode === 'provider' ? W.provider : W.none}</p>
          </Notice>
          {provider && <AtProvider provider={provider} waits={waits} />}
          {people.length > 0 && (
            <section aria-labelledby="sign-in-as">
              <h2 id="sign-in-as">{W.signInAs}</h2>
              <ul className="people">
                {people.map((person) => (
                  <li key={person.id}>
                    <Button
                      kind="second"
                      onClick={() =>
                        void signInAs(person.id).then((token) =>
                          token.ok ? begin({ access: token.value }) : Promise.resolve(false),
                        )
                      }
                    >
                      {person.name}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </RemoteView>
  )
}

/** An account that the provider knows and that has no role here; it may be another person's. */
interface NotTaken {
  /** The identity token, by which the provider knows whom to sign out. */
  id?: string
}

/** People sign in at the operator's provider, and come back to the page that they wanted. */
function AtProvider({ provider, waits }: { provider: ProviderWays; waits: boolean }) {
  const [coming, setComing] = useState(hasComeBack)
  const [notTaken, setNotTaken] = useState<NotTaken>()
  const [told, setTold] = useState<string>()
  const took = useCallback(async (tokens: Tokens | undefined): Promise<boolean> => {
    const begun = tokens !== undefined && (await begin(tokens))
    setNotTaken(begun ? undefined : { id: tokens?.id })
    return begun
  }, [])
  useEffect(() => {
    if (!hasComeBack()) return
    void comeBack(provider).then(async (back) => {
      if (back === 'beside') setTold(W.closeWindow)
      else if (await took(back?.tokens)) history.replaceState(null, '', back?.back)
      setComing(false)
    })
  }, [provider, took])
  const beside = async () => {
    const tokens = await signInBeside(provider)
    if (tokens === 'no-window') setTold(W.noWindow)
    else await took(tokens)
  }
  if (coming) return <Loading />
  return (
    <>
      {told && <Notice tone="info">{told}</Notice>}
      {notTaken && (
        <Notice tone="bad">
          <p>{W.signInRefused}</p>
          {provider.endSessionEndpoint && (
            <Button kind="second" onClick={() => signOutAtProvider(provider, notTaken.id)}>
              {W.otherAccount}
            </Button>
          )}
        </Notice>
      )}
      <p className="desk-steps">
        <Button onClick={() => void (waits ? beside() : leaveToSignIn(provider, mustProve() || notTaken !== undefined))}>
          {waits ? W.signInBeside : W.signIn}
        </Button>
        {waits && (
          <Button kind="quiet" onClick={() => void leaveToSignIn(provider)}>
            {W.signInHere}
          </Button>
        )}
      </p>
    </>
  )
}
