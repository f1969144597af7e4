import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Visit } from '../model/visit'

/** A page fills its route by its module's `default`; pages take what they need from the address (`useParams`, `useSearch`). */
export interface PageModule {
  default: ComponentType
  /** Asks what the page will ask first, so that its first drawing is complete. */
  askAhead?: (visit: Visit, queries: QueryClient) => Promise<unknown>
}

export interface Page {
  /** Within the language: `/services/:id` answers `/ar/services/…`. */
  path: string
  load: () => Promise<PageModule>
}

export const PAGES: readonly Page[] = [
  { path: '/', load: () => import('../features/home/Home') },
  { path: '/services', load: () => import('../features/results/Results') },
  { path: '/services/:id', load: () => import('../features/service/ServicePage') },
  { path: '/organizations/:id', load: () => import('../features/organization/OrganizationPage') },
  { path: '/places/:code', load: () => import('../features/place/PlacePage') },
  { path: '/locations/:id', load: () => import('../features/location/LocationPage') },
  { path: '/centres', load: () => import('../features/centres/CentresPage') },
  { path: '/eligibility', load: () => import('../features/eligibility/EligibilityPage') },
  { path: '/18-months', load: () => import('../features/eligibility/ClockPage') },
  { path: '/ask/:id', load: () => import('../features/request/AskPage') },
  { path: '/correct/:id', load: () => import('../features/correction/CorrectionPage') },
  { path: '/check-feed', load: () => import('../features/feed-check/FeedCheckPage') },
  { path: '/saved', load: () => import('../features/saved/SavedPage') },
  { path: '/my-request', load: () => import('../features/request/MyRequestPage') },
  { path: '/desk', load: () => import('../features/desk/DeskPage') },
  { path: '/desk/start', load: () => import('../features/desk/StartPage') },
  { path: '/desk/listings', load: () => import('../features/desk/ListingsPage') },
  { path: '/desk/upkeep', load: () => import('../features/desk/UpkeepPage') },
  { path: '/desk/oversight', load: () => import('../features/desk/OversightPage') },
  { path: '/desk/upkeep/:type/:id', load: () => import('../features/desk/EditPage') },
  { path: '/desk/upkeep/:id', load: () => import('../features/desk/EditPage') },
  { path: '/desk/send/:id', load: () => import('../features/desk/SendPage') },
  { path: '/desk/referrals/:id', load: () => import('../features/desk/ReferralPage') },
  { path: '/figures', load: () => import('../features/figures/FiguresPage') },
  { path: '/about-data', load: () => import('../features/about-data/AboutData') },
  { path: '/accessibility', load: () => import('../features/accessibility/AccessibilityPage') },
]
