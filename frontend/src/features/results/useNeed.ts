import { countServices } from '../../api/services'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Facets } from '../../model/directory'
import { EVERYTHING } from '../../model/serviceQuery'
import { useRemote, valueOf } from '../shared/useRemote'

/** The need with a code, with its name: among those of the services found, or, where none of them has it, among all. */
export function useNeed(code: string | undefined, facets: Facets | undefined): Facets['needs'][number] | undefined {
  const language = usePageLanguage()
  const found = facets?.needs.find((term) => term.code === code)
  const unnamed = code !== undefined && facets !== undefined && found === undefined
  const all = useRemote(['facets', '', language, true], (signal) => countServices(EVERYTHING, language, signal), {
    enabled: unnamed,
  })
  return found ?? (unnamed ? valueOf(all)?.needs.find((term) => term.code === code) : undefined)
}
