import type { ButtonHTMLAttributes } from 'react'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'main' | 'second' | 'quiet'
}

/** Does something on this page; to go somewhere, use a link (`linkButton` gives a link the same look). */
export const Button = ({ kind = 'main', type = 'button', className = '', ...rest }: Props) => (
  <button type={type} className={`button button-${kind} ${className}`.trim()} {...rest} />
)

export const linkButton = (kind: 'main' | 'second' | 'quiet' = 'main') => `button button-${kind}`
