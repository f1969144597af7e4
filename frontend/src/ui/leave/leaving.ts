/**
 * An ordinary page of Portugal's weather, which anybody may have open. Leaving goes there.
 * The way of leaving follows GOV.UK's "Exit this page" (https://design-system.service.gov.uk/components/exit-this-page/), and goes back to the
 * first page of ours before it leaves, so that neither Back nor Forward shows what was read: see docs/privacy.md.
 */
export const EXIT = 'https://www.ipma.pt/pt/'

/** What stands in the history of the tab instead of our first page; it leads to {@link EXIT} too. */
export const EXIT_PAGE = '/exit.html'

const LEAVING = 'balcao-leaving'
/** A browser that does not go back within this many milliseconds is left from where it is. */
const PATIENCE = 600

interface Trail {
  navigation?: { currentEntry?: { index: number } | null }
}

const onLeaving = new Set<() => void>()

/** What is to be forgotten, or taken off the screen, at once. */
export function whenLeaving(forget: () => void): () => void {
  onLeaving.add(forget)
  return () => void onLeaving.delete(forget)
}

const isLeaving = (): boolean => {
  try {
    return sessionStorage.getItem(LEAVING) !== null
  } catch {
    return false
  }
}

/** How many pages of ours are before this one in the history of the tab. */
const pagesBefore = (): number => {
  const { navigation } = globalThis as Trail
  const index = navigation?.currentEntry?.index ?? (history.state as { page?: number } | null)?.page
  return typeof index === 'number' && index > 0 ? index : 0
}

/** Numbers the pages of ours in the history of the tab, for browsers that do not number them themselves. */
export function numberPage(before: number) {
  history.replaceState({ ...(history.state as object | null), page: before + 1 }, '')
}

export const numberOfPage = (): number => (history.state as { page?: number } | null)?.page ?? 0

function blank() {
  document.title = new URL(EXIT).host
  document.body.replaceChildren()
}

/** Our first page becomes one that leads away, and what came after it is gone. */
function finish() {
  try {
    sessionStorage.removeItem(LEAVING)
  } catch {
    // It was not kept either.
  }
  blank()
  history.replaceState({ left: true }, '', EXIT_PAGE)
  history.pushState({ left: true }, '', EXIT_PAGE)
  location.replace(EXIT)
}

/** Takes everything off the screen and goes to an ordinary site; Back and Forward do not come back. */
export function leave() {
  for (const forget of onLeaving) forget()
  blank()
  const before = pagesBefore()
  if (before === 0) {
    finish()
    return
  }
  try {
    sessionStorage.setItem(LEAVING, 'yes')
  } catch {
    finish()
    return
  }
  const late = setTimeout(finish, PATIENCE)
  addEventListener(
    'popstate',
    () => {
      clearTimeout(late)
      finish()
    },
    { once: true },
  )
  history.go(-before)
}

/** Goes on leaving on a page that the browser went back to, before anything of it is shown. */
export function goOnLeaving(): boolean {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isLeaving()) finish()
    else if (persisted && (history.state as { left?: boolean } | null)?.left) location.replace(EXIT)
  })
  if (!isLeaving()) return false
  finish()
  return true
}
