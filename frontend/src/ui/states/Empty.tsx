import type { ReactNode } from 'react'
import { Icon } from '../icon/Icon'

/** A question that was answered, with nothing in the answer. `children` say what to try next. */
export const Empty = ({ title, children }: { title: ReactNode; children?: ReactNode }) => (
  <div className="face face-empty">
    <Icon name="search" large />
    <h2>{title}</h2>
    {children}
  </div>
)
