import { useLocation } from 'wouter'
import { listSuggestions } from '../../api/suggestions'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Suggestion } from '../../model/search'
import { pathOfSearch, type ServiceQuery } from '../../model/serviceQuery'
import type { Suggesting } from '../../ui/suggesting-input/SuggestingInput'

/** What is offered while somebody types: a need or a place narrows the search it is typed in, a service is opened. */
export function useSuggesting(query: ServiceQuery): Suggesting {
  const language = usePageLanguage()
  const [, navigate] = useLocation()
  return {
    suggest: async (typed, signal) => {
      const answer = await listSuggestions(typed, language, signal)
      return answer.ok ? answer.value : []
    },
    onChoose: (suggestion) => navigate(pathOf(suggestion, query)),
  }
}

/** What was typed became the choice, so it is not searched for as well. */
export function pathOf({ kind, key }: Suggestion, query: ServiceQuery): string {
  switch (kind) {
    case 'need':
      return pathOfSearch({ ...query, search: '', need: key, page: 1 })
    case 'place':
      return pathOfSearch({ ...query, search: '', place: key, page: 1 })
    case 'service':
      return `/services/${key}`
  }
}
