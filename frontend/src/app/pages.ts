import type { ComponentType } from 'react'
import { PAGES, type Page } from './routes'

const loaded = new Map<Page, ComponentType>()

const segments = (path: string): string[] => path.split('/').filter(Boolean)

/** The page of an address within its language; nothing when there is no such page. */
export function pageAt(path: string): Page | undefined {
  const asked = segments(path)
  return PAGES.find((page) => {
    const known = segments(page.path)
    return known.length === asked.length && known.every((segment, at) => segment.startsWith(':') || segment === asked[at])
  })
}

/** The component of a page if it is here already, so that a prerendered page is taken over in one step. */
export const componentOf = (page: Page): ComponentType | undefined => loaded.get(page)

export async function loadPage(page: Page): Promise<ComponentType> {
  const { default: component } = await page.load()
  loaded.set(page, component)
  return component
}
