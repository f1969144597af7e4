import type { AroundNavHandler } from 'wouter'
import { numberOfPage, numberPage } from '../ui/leave/leaving'

/** After going to another page, reading starts at its top; changing only the search keeps the reader where they are. */
export const afterMove: AroundNavHandler = (navigate, to, options) => {
  const before = location.pathname
  const page = numberOfPage()
  navigate(to, options)
  if (!options?.replace) numberPage(page)
  if (location.pathname === before) return
  scrollTo(0, 0)
  document.getElementById('main')?.focus({ preventScroll: true })
}
