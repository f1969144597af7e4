import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon/Icon'

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'info'

/** A short fact about something. The tone only repeats what the words say. */
export const Tag = ({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) => (
  <span className={`tag tone-${tone}`}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
)
