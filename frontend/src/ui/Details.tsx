import type { ReactNode } from 'react'
import { Icon } from './Icon'

/** More of something, opened by whoever wants it. */
export const Details = ({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) => (
  <details className="details" open={open}>
    <summary>
      <span>{summary}</span>
      <Icon name="down" />
    </summary>
    <div className="details-body">{children}</div>
  </details>
)
