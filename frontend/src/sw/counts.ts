import { type Json, strings, records } from '../api/wire'
import { type Asked, doorsOf, find, folded, isOpen, languagesOf, locationsOf, type Part } from './find'
import type { Pack } from './pack'
import { within } from './words'

const MODES = ['in_person', 'phone', 'online']

/** How many services each further choice would leave; its own question is left out of each count. */
export function counts(pack: Pack, asked: Asked, now: Date): Json {
  const all = find(pack, asked, now)
  const without = (part: Part) => find(pack, { ...asked, fold: false }, now, part).services
  const fold = asked.fold && asked.places.length === 0
  const count = (services: Json[], has: (service: Json) => boolean): number => {
    const those = services.filter(has)
    return fold ? folded(those).services.length : those.length
  }
  const found = without('openNow')
  const byNeed = without('needs')
  const byPlace = without('places')
  const byLanguage = without('languages')
  const byMode = without('deliveryModes')
  return {
    total_items: all.services.length,
    folded_items: [...all.behind.values()].reduce((sum, each) => sum + each, 0),
    needs: pack.terms.flatMap((term) =>
      counted(
        term,
        count(byNeed, (service) => strings(service.needs).some((code) => within(code, term.code))),
      ),
    ),
    districts: pack.places
      .filter((place) => place.level !== 'municipality')
      .flatMap(({ code, name }) => counted({ code, name }, byPlace.filter((service) => isIn(service, code, pack)).length)),
    languages: [...new Set(byLanguage.flatMap(languagesOf))]
      .flatMap((code) =>
        counted(
          { code },
          count(byLanguage, (service) => languagesOf(service).includes(code)),
        ),
      )
      .sort((one, other) => Number(other.count) - Number(one.count)),
    delivery_modes: MODES.flatMap((value) =>
      counted(
        { value },
        count(byMode, (service) => strings(service.delivery_modes).includes(value)),
      ),
    ),
    free: { count: count(without('free'), (service) => service.free === true) },
    open_now: { count: count(found, (service) => isOpen(service, now)) },
    hours_unknown: { count: count(found, (service) => doorsOf(service).every((hours) => hours.basis === 'unknown')) },
    nationwide: { count: found.filter((service) => service.nationwide === true).length },
  }
}

const counted = (choice: Json, count: number): Json[] => (count > 0 ? [{ ...choice, count }] : [])

/** Given in a district, for people in it, or for the whole country. */
export function isIn(service: Json, district: unknown, pack: Pack): boolean {
  const parent = new Map(pack.places.map(({ code, parent_code }) => [code, parent_code]))
  const lies = (code: unknown) => code !== undefined && (code === district || parent.get(code) === district)
  return (
    service.nationwide === true ||
    locationsOf(service).some((each) => lies(each.municipality_code)) ||
    records(service.service_areas).some((area) => lies(area.place_code))
  )
}
