/** Needs that may put whoever reads of them in danger at home, with all that is within them. */
const SENSITIVE = ['violence', 'lgbti', 'health.sexual'] as const

export const isSensitive = (need: string | undefined): boolean =>
  SENSITIVE.some((each) => need === each || need?.startsWith(`${each}.`))
