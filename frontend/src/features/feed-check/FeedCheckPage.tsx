import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useRef, useState } from 'react'
import { type Refusal, type Reply, unreachedBy } from '../../api/private'
import { checkAddress, checkFile, type FeedReport } from '../../api/feedChecks'
import { Button } from '../../ui/button/Button'
import { Field } from '../../ui/field/Field'
import { Notice } from '../../ui/notice/Notice'
import { Page } from '../../ui/page/Page'
import { Section } from '../shared/Section'
import { Unreached } from '../shared/Unreached'
import '../shared/request.css'

/** Anybody sees what would become of their list here, before they deliver anything. */
export default function FeedCheckPage() {
  const { t } = useLingui()
  const [file, setFile] = useState<File>()
  const [url, setUrl] = useState('')
  const [reply, setReply] = useState<Reply<FeedReport>>()
  const [checking, setChecking] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const ask = async (event: FormEvent, asked: () => Promise<Reply<FeedReport>>) => {
    event.preventDefault()
    setChecking(true)
    setReply(await asked())
    setChecking(false)
    top.current?.focus()
  }
  return (
    <Page title={t`Verificar uma lista de serviços`}>
      <p>
        <Trans>
          Mostre-nos um ficheiro ou um endereço em HSDS, Open Referral UK, Ohana ou uma folha de cálculo. Dizemos o que
          aconteceria a cada registo. Não guardamos nada.
        </Trans>
      </p>
      <form className="request-form" onSubmit={(event) => file && void ask(event, () => checkFile(file))}>
        <Field label={t`Ficheiro (até 20 MB)`}>
          {(control) => <input {...control} type="file" onChange={(event) => setFile(event.target.files?.[0])} />}
        </Field>
        <Button type="submit" disabled={!file || checking}>
          <Trans>Verificar o ficheiro</Trans>
        </Button>
      </form>
      <form className="request-form" onSubmit={(event) => void ask(event, () => checkAddress(url))}>
        <Field label={t`Ou um endereço (https)`}>
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
        <Button type="submit" kind="second" disabled={url === '' || checking}>
          <Trans>Verificar o endereço</Trans>
        </Button>
      </form>
      <div ref={top} tabIndex={-1}>
        <div role="status">{checking && <Trans>A verificar…</Trans>}</div>
        {!checking && reply && (reply.ok ? <Report report={reply.value} /> : <Refused refusal={reply.refusal} />)}
      </div>
    </Page>
  )
}

function Refused({ refusal }: { refusal: Refusal }) {
  const unreached = unreachedBy(refusal)
  return (
    <Notice tone="bad">
      {unreached ? (
        <Unreached why={unreached} />
      ) : refusal.status === 429 ? (
        <Trans>Daqui já vieram muitas mensagens. Tente mais tarde.</Trans>
      ) : (
        <>
          <p>
            <Trans>Isto não se consegue ler:</Trans>
          </p>
          <p lang="en" dir="ltr">
            {refusal.fields.map(({ detail }) => detail.replace(/^\w+: /, '')).join(' ')}
          </p>
        </>
      )}
    </Notice>
  )
}

function Report({ report }: { report: FeedReport }) {
  const { t } = useLingui()
  const all = Object.values(report.records).reduce((sum, each) => sum + each, 0)
  return (
    <Section title={t`O que encontrámos`}>
      <Notice tone={report.keptBack === 0 ? 'good' : 'warn'}>
        <p>
          <Plural value={all} one="# registo." many="# registos." other="# registos." />{' '}
          {report.keptBack === 0 ? (
            <Trans>Todos seriam aceites.</Trans>
          ) : (
            <Plural
              value={report.keptBack}
              one="# não seria aceite."
              many="# não seriam aceites."
              other="# não seriam aceites."
            />
          )}
        </p>
        <p dir="ltr" lang="en">
          {report.format}:{' '}
          {Object.entries(report.records)
            .map(([type, count]) => `${type} ${count}`)
            .join(', ')}
        </p>
      </Notice>
      <ul className="record-list">
        {report.findings.map((finding) => (
          <li key={finding.level + finding.code + finding.field}>
            <strong>{finding.level === 'error' ? <Trans>Erro</Trans> : <Trans>Aviso</Trans>}</strong> ({finding.count}){' '}
            <bdi>
              <code>{finding.field}</code>
            </bdi>
            <ul lang="en" dir="ltr" className="small">
              {finding.places.map((place) => (
                <li key={`${place.line} ${place.externalId} ${place.message}`}>
                  {place.externalId}
                  {place.line !== undefined && ` #${place.line}`}: {place.message}
                  {place.nearest && ` → ${place.nearest}`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
