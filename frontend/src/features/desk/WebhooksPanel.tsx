import { type FormEvent, useState } from 'react'
import type { Reply } from '../../api/private'
import {
  deleteWebhook,
  getWebhookMessages,
  getWebhooks,
  makeWebhook,
  replayWebhook,
  switchWebhook,
  tryWebhook,
  type Webhook,
  type WebhookTest,
} from '../../api/webhooks'
import { Button } from '../../ui/button/Button'
import { Details } from '../../ui/details/Details'
import { Field } from '../../ui/field/Field'
import { Notice } from '../../ui/notice/Notice'
import { Tag } from '../../ui/tag/Tag'
import type { StaffSession } from '../shared/staffSession'
import { Refused } from './Refused'
import { MESSAGE_STATES, reasonWords, S } from './syncWords'
import { useAct } from './useAct'
import { usePrivate } from './usePrivate'
import { momentWords } from './words'

/** Addresses of the organization that are told of changes. */
export function WebhooksPanel({ session }: { session: StaffSession }) {
  const [reply, again] = usePrivate(['webhooks', session.id], () => getWebhooks(session.token))
  const [refusal, act] = useAct(again)
  const [url, setUrl] = useState('')
  if (!reply?.ok) return null
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (await act(makeWebhook(session.token, url))) setUrl('')
  }
  return (
    <Details summary={S.webhooks} open={reply.value.some(({ offBecause }) => offBecause)}>
      {refusal && <Refused refusal={refusal} />}
      <p>{S.webhooksHint}</p>
      <ul className="desk-list">
        {reply.value.map((webhook) => (
          <li key={webhook.id} className="desk-item">
            <One session={session} webhook={webhook} act={act} />
          </li>
        ))}
      </ul>
      <form className="request-form" onSubmit={(event) => void make(event)}>
        <Field label={S.tellAddress}>
          {(control) => (
            <input
              {...control}
              type="url"
              dir="ltr"
              autoComplete="off"
              maxLength={500}
              placeholder="https://"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" disabled={url === ''}>
          {S.tellFromNow}
        </Button>
      </form>
    </Details>
  )
}

interface OneProps {
  session: StaffSession
  webhook: Webhook
  act: (asked: Promise<Reply<unknown>>) => Promise<boolean>
}

function One({ session, webhook, act }: OneProps) {
  const [test, setTest] = useState<WebhookTest>()
  const [reply, again] = usePrivate(['webhook-messages', session.id, webhook.id], () =>
    getWebhookMessages(session.token, webhook.id),
  )
  const messages = reply?.ok ? reply.value : []
  const parked = messages.filter(({ state }) => state === 'parked')
  const tryOut = async () => {
    const tried = await tryWebhook(session.token, webhook.id)
    if (tried.ok) setTest(tried.value)
    else await act(Promise.resolve(tried))
  }
  const replay = async () => {
    const first = Math.min(...parked.map(({ seq }) => seq))
    await act(replayWebhook(session.token, webhook.id, first - 1))
    again()
  }
  return (
    <>
      <span className="desk-item-name desk-address">
        <bdi>{webhook.url}</bdi>
      </span>
      <Tag tone={webhook.active ? 'good' : 'bad'}>
        {webhook.active ? S.on : (MESSAGE_STATES[webhook.offBecause ?? ''] ?? S.off)}
      </Tag>
      <div className="desk-steps">
        <Button kind="second" onClick={() => void tryOut()}>
          {S.tryOut}
        </Button>
        <Button kind="quiet" onClick={() => void act(switchWebhook(session.token, webhook, !webhook.active))}>
          {webhook.active ? S.switchOff : S.switchOn}
        </Button>
        <Button kind="quiet" onClick={() => void act(deleteWebhook(session.token, webhook.id))}>
          {S.remove}
        </Button>
        {parked.length > 0 && (
          <Button kind="second" onClick={() => void replay()}>
            {S.replay} ({parked.length})
          </Button>
        )}
      </div>
      <div role="status">
        {test && (
          <Notice tone={test.good ? 'good' : 'bad'}>
            {test.good ? S.arrived : reasonWords(test.problem ?? '')} (
            {[test.status, `${test.milliseconds} ms`].filter(Boolean).join(', ')})
          </Notice>
        )}
      </div>
      {messages.length > 0 && (
        <ol className="desk-history small">
          {messages.slice(0, 10).map((message) => (
            <li key={message.id}>
              <time dateTime={message.queuedAt}>{momentWords(message.queuedAt)}</time> <bdi>{message.id}</bdi>{' '}
              {MESSAGE_STATES[message.state]}
              {message.problem && `: ${reasonWords(message.problem)}`}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
