import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

interface Props {
  /** What the page is about, as plain text: it is the document's title and the one `h1`. */
  title: string
  /** Reading of it may put somebody in danger: the tab, and so the browser's list of visited pages, does not say what it is about. */
  discreet?: boolean
  /** The heading as shown, where it differs (a `LocalText`, a label above). */
  heading?: ReactNode
  /** One or two sentences under the heading. */
  lead?: ReactNode
  /** What comes before the heading. */
  above?: ReactNode
  /** What the page begins with, on the coloured ground of an entry page. */
  start?: ReactNode
  /** Little room above what was asked for: on a phone it is in sight at once. */
  dense?: boolean
  children: ReactNode
}

/** One page: its title in the tab, its one first-level heading, and what it says. */
export function Page({ title, discreet, heading, lead, above, start, dense, children }: Props) {
  const whole = useRef<HTMLElement>(null)
  const first = useRef<HTMLHeadingElement>(null)
  const focused = useRef<EventTarget | null>(null)
  // Whoever came from another page of ours waits at the top of it: reading goes on at the heading, however late it comes.
  useEffect(() => {
    if (document.activeElement?.id === 'main') first.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    const note = ({ target }: FocusEvent) => (focused.current = target)
    const page = whole.current
    page?.addEventListener('focusin', note)
    return () => page?.removeEventListener('focusin', note)
  }, [])
  // Whoever chose what is then gone, such as a topic, would be at the top of the window again: they go on at the heading too.
  useEffect(() => {
    if (document.activeElement !== document.body || !(focused.current instanceof Element) || focused.current.isConnected) return
    focused.current = null
    first.current?.focus()
  })
  // before anything is shown, so that what is seen is what the tab is called
  useLayoutEffect(() => {
    document.title = discreet ? 'Balcão' : `${title} · Balcão`
  }, [title, discreet])
  return (
    <article ref={whole} className={`page${start ? ' page-entry' : ''}${dense ? ' page-dense' : ''}`}>
      <header className="page-head">
        {above}
        <h1 ref={first} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {lead && <div className="lead">{lead}</div>}
        {start}
      </header>
      {children}
    </article>
  )
}
