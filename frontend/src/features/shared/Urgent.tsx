import { Trans, useLingui } from '@lingui/react/macro'
import { Icon } from '../../ui/Icon'
import { dial } from '../../ui/dial'
import { useNow } from '../../ui/useNow'
import { HELPLINES, type Helpline, isClosed } from './helplines'

const [EMERGENCY, SOCIAL, ...OTHERS] = HELPLINES as [Helpline, Helpline, ...Helpline[]]

/** The numbers that cannot wait: two in sight, the others one touch away. */
export function Urgent() {
  const { i18n } = useLingui()
  const now = useNow()
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
            {isClosed(helpline, now) && (
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
        {line(EMERGENCY)}
        {line(SOCIAL)}
      </ul>
      <details>
        <summary>
          <Trans>Mais números de ajuda</Trans>
          <Icon name="down" />
        </summary>
        <ul>{OTHERS.map(line)}</ul>
      </details>
    </section>
  )
}
