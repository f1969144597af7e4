import type { AroundNavHandler } from 'wouter'
import { numberOfPage, numberPage } from '../ui/leave/leaving'

/** By which link a page was left: one of those to an address, and how far below the top of the window it stood, in pixels. */
interface Opened {
  href: string
  nth: number
  top: number
}

/** What is looked for longer than this many milliseconds after going back is not coming. */
const PATIENCE = 10_000
/** Whoever does one of these has gone on reading, and is not moved any more. */
const GOING_ON = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const

/** The path of the page that is shown. */
let shown = ''
let stopSeeking: () => void = () => undefined

/** After going to another page, reading starts at its top; changing only the search keeps the reader where they are. */
export const afterMove: AroundNavHandler = (navigate, to, options) => {
  const before = location.pathname
  const page = numberOfPage()
  stopSeeking()
  if (!options?.replace) noteOpened(to)
  navigate(to, options)
  if (!options?.replace) numberPage(page)
  shown = location.pathname
  if (location.pathname === before) return
  scrollTo(0, 0)
  focusMain()
}

/** From now on, whoever goes back is at the link that they had opened, with their focus and where it was in the window. */
export function watchReturns(): () => void {
  shown = location.pathname
  addEventListener('popstate', onReturn)
  return () => {
    stopSeeking()
    removeEventListener('popstate', onReturn)
  }
}

function onReturn() {
  stopSeeking()
  if (location.pathname !== shown) focusMain()
  shown = location.pathname
  const opened = openedIn(history.state)
  if (opened) stopSeeking = seek(opened)
}

const focusMain = () => document.getElementById('main')?.focus({ preventScroll: true })

const linksTo = (href: string) =>
  [...document.querySelectorAll<HTMLAnchorElement | SVGAElement>('a[href]')].filter((link) => link.getAttribute('href') === href)

/** Written beside the page in the history of the tab, so that it is still known after a reload. */
function noteOpened(href: string) {
  const links = linksTo(href)
  // not every browser gives the focus to a link that is clicked
  const nth = Math.max(
    0,
    links.findIndex((link) => link === document.activeElement),
  )
  const top = links[nth]?.getBoundingClientRect().top
  const opened = top === undefined ? undefined : { href, nth, top }
  history.replaceState({ ...(history.state as object | null), opened }, '')
}

function openedIn(state: unknown): Opened | undefined {
  const opened = (state as { opened?: Partial<Opened> } | null)?.opened
  const { href, nth, top } = opened ?? {}
  return typeof href === 'string' && typeof nth === 'number' && typeof top === 'number' ? { href, nth, top } : undefined
}

/** Nobody has taken the focus anywhere since the page changed. */
const isFocusFree = () => {
  const at = document.activeElement
  return at === null || at === document.body || at.id === 'main' || at.matches('#main h1')
}

/** Waits for the link to be drawn, and puts the reader there. */
function seek({ href, nth, top }: Opened): () => void {
  let frame = 0
  const stop = () => {
    cancelAnimationFrame(frame)
    clearTimeout(late)
    drawn.disconnect()
    for (const kind of GOING_ON) removeEventListener(kind, stop, { capture: true })
  }
  const place = (link: Element) => {
    const by = link.getBoundingClientRect().top - top
    if (Math.abs(by) > 1) scrollBy(0, by)
  }
  const look = () => {
    const link = linksTo(href)[nth]
    if (link === undefined) return
    stop()
    if (!isFocusFree()) return
    for (let folded = link.closest('details:not([open])'); folded; folded = link.closest('details:not([open])'))
      folded.setAttribute('open', '')
    link.focus({ preventScroll: true })
    place(link)
    // the browser may put the window where it remembers it once the page is drawn
    frame = requestAnimationFrame(() => place(link))
  }
  const drawn = new MutationObserver(look)
  const late = setTimeout(stop, PATIENCE)
  drawn.observe(document.body, { childList: true, subtree: true })
  frame = requestAnimationFrame(look)
  for (const kind of GOING_ON) addEventListener(kind, stop, { capture: true, passive: true })
  return stop
}
