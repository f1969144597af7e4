import { getPlace, listDistricts, listMunicipalities } from '../../api/locations'
import type { Place } from '../../model/directory'
import { useRemote, valueOf } from '../shared/useRemote'

export interface ChosenPlace {
  /** The place itself, once its name is known. */
  place?: Place
  district?: string
  municipality?: string
  districts: Place[]
  municipalities: Place[]
}

/** The place of a code in the address bar, once its name is known. */
export const usePlace = (code: string | undefined): Place | undefined => {
  const place = useRemote(['place', code], (signal) => getPlace(code ?? '', signal), { enabled: code !== undefined })
  return code === undefined ? undefined : valueOf(place)
}

/** A code in the address bar as two choices: the district, and the municipality within it. */
export function useChosenPlace(code: string | undefined): ChosenPlace {
  const districts = valueOf(useRemote(['districts'], listDistricts))
  const known = usePlace(code)
  const district = known?.level === 'municipality' ? known.parentCode : known?.code
  const municipalities = valueOf(
    useRemote(['municipalities', district], (signal) => listMunicipalities(district ?? '', signal), {
      enabled: district !== undefined,
    }),
  )
  return {
    place: known,
    district,
    municipality: known?.level === 'municipality' ? known.code : undefined,
    districts: districts ?? [],
    municipalities: district === undefined ? [] : (municipalities ?? []),
  }
}
