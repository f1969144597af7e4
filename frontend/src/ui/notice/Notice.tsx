import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon/Icon'
import type { Tone } from '../tag/Tag'

const ICONS: Record<Tone, IconName> = { plain: 'info', info: 'info', good: 'check', warn: 'alert', bad: 'alert' }

/** Something a reader must not miss before going on. */
export const Notice = ({ tone = 'info', title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) => (
  <div className={`notice tone-${tone}`}>
    <Icon name={ICONS[tone]} />
    <div>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  </div>
)
