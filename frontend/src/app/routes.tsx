import type { ComponentType } from 'react'

/** A page fills its route by its module's `default`; pages take what they need from the address (`useParams`, `useSearch`). */
export interface Page {
  /** Within the language: `/services/:id` answers `/ar/services/…`. */
  path: string
  load: () => Promise<{ default: ComponentType }>
}

export const PAGES: readonly Page[] = [{ path: '/', load: () => import('../features/home/Home') }]
