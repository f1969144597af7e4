import drawings from 'virtual:icons'
import type names from './icons.json'

export type IconName = keyof typeof names

/** These point along the line of writing, so they turn round with it. */
const TURNS: ReadonlySet<IconName> = new Set(['back', 'forward', 'external', 'list', 'share', 'walk', 'search'])

/** A drawing beside a word. It never stands alone, so assistive technology passes over it. */
export const Icon = ({ name, large = false }: { name: IconName; large?: boolean }) => (
  <svg
    className={`icon${large ? ' icon-large' : ''}${TURNS.has(name) ? ' icon-turns' : ''}`}
    viewBox="0 0 24 24"
    width={large ? 36 : 20}
    height={large ? 36 : 20}
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
    dangerouslySetInnerHTML={{ __html: drawings[name] ?? '' }}
  />
)
