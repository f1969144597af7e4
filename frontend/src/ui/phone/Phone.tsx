import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { dial } from './dial'
import { Icon } from '../icon/Icon'

interface Props {
  number: string
  /** Who answers: a link is read aloud without what stands around it, and a number alone says nothing. */
  whom: ReactNode
  /** What to dial, where the API says so. */
  uri?: string
  /** To be dialled once somebody answers, or by the telephone itself. */
  extension?: string
  children?: ReactNode
}

/** A number that can be called by touching it; it reads from left to right in every script. */
export const Phone = ({ number, whom, uri, extension, children }: Props) => (
  <a className="contact" href={uri ?? dial(number, extension)}>
    <Icon name="phone" />
    <span>
      <Whom whom={whom} />
      <bdi dir="ltr">{number}</bdi>
      {extension !== undefined && (
        <span className="contact-note">
          {' '}
          <Trans>
            extensão <bdi dir="ltr">{extension}</bdi>
          </Trans>
        </span>
      )}
      {children && <span className="contact-note"> {children}</span>}
    </span>
  </a>
)

const Whom = ({ whom }: { whom: ReactNode }) => (
  <>
    <span className="hidden">{whom}:</span>{' '}
  </>
)

export const Email = ({ address }: { address: string }) => (
  <a className="contact" href={`mailto:${encodeURIComponent(address).replace('%40', '@')}`}>
    <Icon name="mail" />
    <bdi dir="ltr">{address}</bdi>
  </a>
)

/** Only for numbers that a source says are on WhatsApp. */
export const WhatsApp = ({ number, whom }: { number: string; whom: ReactNode }) => (
  <a className="contact" href={`https://wa.me/${dial(number).replace(/\D/g, '')}`} rel="noreferrer">
    <Icon name="whatsapp" />
    <span>
      <Whom whom={whom} />
      WhatsApp <bdi dir="ltr">{number}</bdi>
    </span>
  </a>
)
