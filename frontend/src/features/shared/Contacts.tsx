import { Trans } from '@lingui/react/macro'
import type { Phone as Line } from '../../model/directory'
import { Icon } from '../../ui/icon/Icon'
import { LocalText, type Text } from '../../ui/local-text/LocalText'
import { Out } from '../../ui/out/Out'
import { Email, Phone, WhatsApp } from '../../ui/phone/Phone'
import './shared.css'

interface Props {
  /** Whose they are. */
  whom: Text
  phones: Line[]
  email?: string
  url?: string
  more?: { url: string; label?: string }[]
}

/** Every way to reach them, the telephone first. */
export function Contacts({ whom, phones, email, url, more = [] }: Props) {
  if (phones.length === 0 && email === undefined && url === undefined && more.length === 0) return null
  return (
    <ul className="contacts">
      {[...phones].sort(byUse).map((phone, at) => (
        <li key={`${phone.uri} ${phone.kind}`} className={at === 0 && phone.kind !== 'fax' ? 'call call-first' : 'call'}>
          <PhoneLine phone={phone} whom={whom} />
        </li>
      ))}
      {email !== undefined && (
        <li>
          <Email address={email} />
        </li>
      )}
      {url !== undefined && (
        <li>
          <Out className="contact" href={url}>
            <Icon name="web" />
            <span>
              <Trans>Página na Internet</Trans> <bdi dir="ltr">{hostOf(url)}</bdi>
            </span>
          </Out>
        </li>
      )}
      {more.map((each) => (
        <li key={each.url}>
          <Out className="contact" href={each.url}>
            <Icon name="web" />
            <span dir="auto">{each.label ?? hostOf(each.url)}</span>
          </Out>
        </li>
      ))}
    </ul>
  )
}

const USE: Record<Line['kind'], number> = { voice: 0, whatsapp: 1, text: 2, fax: 3 }
const byUse = (one: Line, other: Line): number => USE[one.kind] - USE[other.kind]

/** One number to touch and call; WhatsApp only where a source says so. */
export function PhoneLine({ phone, whom }: { phone: Line; whom: Text }) {
  if (phone.kind === 'whatsapp') return <WhatsApp number={phone.number} whom={<LocalText text={whom} />} />
  return (
    <Phone
      number={phone.number}
      whom={<LocalText text={whom} />}
      uri={phone.kind === 'text' ? phone.uri.replace(/^tel:/, 'sms:') : phone.uri}
      extension={phone.extension}
    >
      {phone.kind === 'fax' && <Trans>fax</Trans>}
      {phone.description && <LocalText text={phone.description} />}
    </Phone>
  )
}

/** Where a link leads, in the few letters a person can check. */
function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '')
  } catch {
    return url
  }
}
