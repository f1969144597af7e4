import type { ReactNode } from 'react'
import { Icon } from '../icon/Icon'

interface Props {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  onOpen?: () => void
}

/** More of something, opened by whoever wants it. */
export const Details = ({ summary, children, open, onOpen }: Props) => (
  <details className="details" open={open} onToggle={(event) => event.currentTarget.open && onOpen?.()}>
    <summary>
      <span>{summary}</span>
      <Icon name="down" />
    </summary>
    <div className="details-body">{children}</div>
  </details>
)
