import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Icon } from '../icon/Icon'

interface Props {
  href: string
  className?: string
  children: ReactNode
}

/** Only web and mail addresses are followed; anything else from a record is shown as text. */
const safe = (href: string): boolean => /^(https?:|mailto:|tel:)/i.test(href)

/** A link that leaves the desk. The other site is not told where the reader came from. */
export const Out = ({ href, className, children }: Props) =>
  safe(href) ? (
    <a href={href} className={className} rel="noreferrer external">
      {children}
      <Icon name="external" />
      <span className="hidden">
        {' '}
        <Trans>(outro site)</Trans>
      </span>
    </a>
  ) : (
    <>{children}</>
  )
