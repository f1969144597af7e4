import { useLingui } from '@lingui/react'
import type { PageLanguage } from './languages'

/** The language of the page that is open. It changes only by opening another address. */
export const usePageLanguage = (): PageLanguage => useLingui().i18n.locale as PageLanguage
