import { type ReactNode, useEffect, useState } from 'react'
import { getSignIn, type ProviderWays, signInAs } from '../../api/session'
import { Button } from '../../ui/Button'
import { Loading } from '../../ui/Faces/Loading'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { Tag } from '../../ui/Tag'
import { comeBack, hasComeBack, leaveToSignIn } from '../shared/providerSignIn'
import { RemoteView } from '../shared/RemoteView'
import { begin, end, type StaffSession, useStaffSession } from '../shared/staffSession'
import { useRemote, valueOf } from '../shared/useRemote'
import '../shared/request.css'
import './desk.css'
import { ROLES, W } from './words'

/** A page of the desk: for who is signed in, else the way to sign in. */
export function Desk({ title, children }: { title: string; children: (session: StaffSession) => ReactNode }) {
  const session = useStaffSession()
  const ways = valueOf(useRemote(['sign-in'], getSignIn))
  return (
    <div lang="pt" dir="ltr">
      <Page title={title}>
        {session ? (
          <>
            <p className="desk-who">
              {ways?.mode === 'development' && <Tag tone="warn">{W.practiceTag}</Tag>}
              {W.signedIn}: <strong>{ROLES[session.role] ?? session.role}</strong>
              <Button kind="quiet" onClick={end}>
                {W.signOut}
              </Button>
            </p>
            {children(session)}
          </>
        ) : (
          <SignIn />
        )}
      </Page>
    </div>
  )
}

function SignIn() {
  const ways = useRemote(['sign-in'], getSignIn)
  return (
    <RemoteView remote={ways}>
      {({ mode, people, provider }) => (
        <>
          <Notice tone={mode === 'none' ? 'warn' : 'info'}>
            <p>{mode === 'development' ? W.practice : mode === 'provider' ? W.provider : W.none}</p>
          </Notice>
          {provider && <AtProvider provider={provider} />}
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

/** People sign in at the operator's provider, and come back to the page that they wanted. */
function AtProvider({ provider }: { provider: ProviderWays }) {
  const [coming, setComing] = useState(hasComeBack)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    if (!hasComeBack()) return
    void comeBack(provider).then(async (back) => {
      const begun = back !== undefined && (await begin(back.tokens))
      if (begun) history.replaceState(null, '', back.back)
      setRefused(!begun)
      setComing(false)
    })
  }, [provider])
  if (coming) return <Loading />
  return (
    <>
      {refused && <Notice tone="bad">{W.signInRefused}</Notice>}
      <p>
        <Button onClick={() => void leaveToSignIn(provider)}>{W.signIn}</Button>
      </p>
    </>
  )
}
