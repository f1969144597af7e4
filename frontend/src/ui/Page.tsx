import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

interface Props {
  /** What the page is about, as plain text: it is the document's title and the one `h1`. */
  title: string
  /** The heading as shown, where it differs (a `LocalText`, a label above). */
  heading?: ReactNode
  /** One or two sentences under the heading. */
  lead?: ReactNode
  /** What the page begins with, on the coloured ground of an entry page. */
  start?: ReactNode
  children: ReactNode
}

/** One page: its title in the tab, its one first-level heading, and what it says. */
export function Page({ title, heading, lead, start, children }: Props) {
  const first = useRef<HTMLHeadingElement>(null)
  // Whoever came from another page of ours waits at the top of it: reading goes on at the heading, however late it comes.
  useEffect(() => {
    if (document.activeElement?.id === 'main') first.current?.focus({ preventScroll: true })
  }, [])
  // before anything is shown, so that what is seen is what the tab is called
  useLayoutEffect(() => {
    document.title = `${title} · Balcão`
  }, [title])
  return (
    <article className={`page${start ? ' page-entry' : ''}`}>
      <header className="page-head">
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
