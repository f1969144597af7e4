import type { ReactNode } from 'react'
import { Icon } from './Icon'

/** What a telephone is given to dial. Short numbers stay as they are; nine digits are Portugal's. */
export function dial(number: string): string {
  const digits = number.replace(/[^\d+]/g, '')
  if (digits.startsWith('+')) return `tel:${digits}`
  if (digits.startsWith('00')) return `tel:+${digits.slice(2)}`
  return digits.length === 9 ? `tel:+351${digits}` : `tel:${digits}`
}

interface Props {
  number: string
  /** What to dial, where the API says so. */
  uri?: string
  children?: ReactNode
}

/** A number that can be called by touching it; it reads from left to right in every script. */
export const Phone = ({ number, uri, children }: Props) => (
  <a className="contact" href={uri ?? dial(number)}>
    <Icon name="phone" />
    <span>
      <bdi dir="ltr">{number}</bdi>
      {children && <span className="contact-note"> {children}</span>}
    </span>
  </a>
)

export const Email = ({ address }: { address: string }) => (
  <a className="contact" href={`mailto:${encodeURIComponent(address).replace('%40', '@')}`}>
    <Icon name="mail" />
    <bdi dir="ltr">{address}</bdi>
  </a>
)

/** Only for numbers that a source says are on WhatsApp. */
export const WhatsApp = ({ number }: { number: string }) => (
  <a className="contact" href={`https://wa.me/${dial(number).replace(/\D/g, '')}`} rel="noreferrer">
    <Icon name="whatsapp" />
    <span>
      WhatsApp <bdi dir="ltr">{number}</bdi>
    </span>
  </a>
)
