import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Icon } from '../../ui/icon/Icon'
import { dial } from '../../ui/phone/dial'
import { useNow } from '../../ui/useNow'
import { HELPLINES, type Helpline, isClosed } from './helplines'
import { useRemote, valueOf } from './useRemote'

const [FIRST, SOCIAL, ...OTHERS] = HELPLINES as [Helpline, Helpline, ...Helpline[]]
const SOMETIMES_CLOSED = HELPLINES.find(({ workingDays }) => workingDays !== undefined)

/** The numbers that cannot wait: two in sight, the others one touch away. */
export function Urgent() {
  const { i18n } = useLingui()
  const language = usePageLanguage()
  const now = useNow()
  const [open, setOpen] = useState(false)
  // Reading a listing is more than the first page needs, and most never open the list.
  const listed = useRemote(
    ['line', language],
    async (signal) => (await import('./lineHours')).findClosedAt(SOMETIMES_CLOSED?.number ?? '', language, signal),
    { enabled: open && SOMETIMES_CLOSED !== undefined },
  )
  const closedAt = valueOf(listed)
  const line = (helpline: Helpline) => {
    const { number, what, when } = helpline
    return (
      <li key={number}>
        <a href={dial(number)}>
          <bdi dir="ltr" className="urgent-number">
            {number}
          </bdi>
          <span className="urgent-what">
            {i18n._(what)} <span className="urgent-when">{i18n._(when)}</span>
            {isClosed(helpline, now, helpline === SOMETIMES_CLOSED ? closedAt : undefined) && (
              <span className="urgent-when">
                {' · '}
                <Trans>fechada agora</Trans>
              </span>
            )}
          </span>
        </a>
      </li>
    )
  }
  return (
    <section className="urgent" aria-labelledby="urgent">
      <h2 id="urgent">
        <Icon name="urgent" />
        <Trans>Ajuda urgente</Trans>
      </h2>
      <ul>
        {line(FIRST)}
        {line(SOCIAL)}
      </ul>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Trans>Mais números de ajuda</Trans>
          <Icon name="down" />
        </summary>
        <ul>{OTHERS.map(line)}</ul>
      </details>
    </section>
  )
}
