import { type Json, strings, records } from '../api/wire'
import { type Asked, doorsOf, find, folded, isOpen, languagesOf, type Part } from './find'
import { locationsOf, type Pack } from './pack'
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
      .flatMap(({ code, name }) => {
        const those = byPlace.filter((service) => isIn(service, code, pack))
        const local = those.filter((service) => hasDoorIn(service, code, pack) || isFor(service, code, pack)).length
        const doors = those.filter((service) => hasDoorIn(service, code, pack)).length
        return counted({ code, name, local, doors }, those.length)
      }),
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
export const isIn = (service: Json, district: unknown, pack: Pack): boolean =>
  service.nationwide === true || hasDoorIn(service, district, pack) || isFor(service, district, pack)

const hasDoorIn = (service: Json, district: unknown, pack: Pack): boolean =>
  locationsOf(service).some((each) => lies(each.municipality_code, district, pack))

/** Meant for people in a district, or in a part of it. */
const isFor = (service: Json, district: unknown, pack: Pack): boolean =>
  records(service.service_areas).some((area) => lies(area.place_code, district, pack))

const lies = (code: unknown, district: unknown, pack: Pack): boolean =>
  code !== undefined && (code === district || pack.places.some((place) => place.code === code && place.parent_code === district))
