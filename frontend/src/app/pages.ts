import type { I18n } from '@lingui/core'
import type { ComponentType } from 'react'
import { loadOtherTexts } from '../i18n/catalogues'
import { PAGES, type Page, type PageModule } from './routes'

const ENTRY = '/'
const loaded = new Map<Page, PageModule>()

const segments = (path: string): string[] => path.split('/').filter(Boolean)

/** The page of an address within its language; nothing when there is no such page. */
export function pageAt(path: string): Page | undefined {
  const asked = segments(path)
  return PAGES.find((page) => {
    const known = segments(page.path)
    return known.length === asked.length && known.every((segment, at) => segment.startsWith(':') || segment === asked[at])
  })
}

/** The parts of an address that a page has names for, such as the `id` of a record. */
export function paramsOf(page: Page, path: string): Record<string, string> {
  const asked = segments(path)
  const named = segments(page.path).flatMap((segment, at) =>
    segment.startsWith(':') ? [[segment.slice(1), plain(asked[at])]] : [],
  )
  return Object.fromEntries(named)
}

function plain(segment = ''): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment // no escape that can be read: as it stands
  }
}

/** The component of a page if it is here already, so that a prerendered page is taken over in one step. */
export const componentOf = (page: Page): ComponentType | undefined => loaded.get(page)?.default

/** Loads a page and, for any but the entry page, the texts of all pages. */
export async function loadPage(page: Page, i18n: I18n): Promise<PageModule> {
  const [module] = await Promise.all([page.load(), page.path === ENTRY ? undefined : loadOtherTexts(i18n)])
  loaded.set(page, module)
  return module
}
