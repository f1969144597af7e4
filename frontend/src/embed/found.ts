import { closedLast } from '../features/results/closedLast'
import { timeText, weekdayDateText, weekdayText } from '../i18n/formats'
import type { PageLanguage } from '../i18n/languages'
import { CONTACT_CENTRE, CONTACT_CENTRE_NAME } from '../model/contactCentre'
import type { ServiceCard } from '../model/directory'
import { dial } from '../ui/phone/dial'
import { openingAt } from '../ui/opening/opening'
import { made } from './made'
import { WORDS } from './words'

/** What was found, each with its place, a telephone and, where it is known, when it opens: no door that is closed before one that is not. */
export function drawFound(services: ServiceCard[], language: PageLanguage, site: string, now: Date): HTMLElement {
  const offered = services.filter(({ standing }) => standing === 'active')
  return made('ul', {}, ...closedLast(offered, now).map((service) => drawService(service, language, site, now)))
}

/** The line to call where nothing was found, or where a service has no telephone. */
export function drawHelpLine(language: PageLanguage, name = CONTACT_CENTRE_NAME, number = CONTACT_CENTRE, uri = dial(number)) {
  return made('p', {}, `${WORDS[language].ask} `, made('bdi', { lang: 'pt', textContent: name }), ' ', drawNumber(number, uri))
}

function drawService(service: ServiceCard, language: PageLanguage, site: string, now: Date): HTMLElement {
  const { id, name, organization, contactPhone, callInstead } = service
  const href = `${site}/${language}/services/${encodeURIComponent(id)}`
  const item = made('li', {}, made('a', { href, textContent: name.value, lang: name.language, dir: 'auto' }))
  if (organization)
    item.append(made('small', { textContent: organization.name.value, lang: organization.name.language, dir: 'auto' }))
  for (const words of [placeWords(service, language), hoursWords(service, language, now)])
    if (words !== undefined) item.append(made('small', { textContent: words, dir: 'auto' }))
  item.append(
    contactPhone
      ? made('p', {}, drawNumber(contactPhone.number, contactPhone.uri))
      : drawHelpLine(language, callInstead?.name, callInstead?.number, callInstead?.uri),
  )
  return item
}

const drawNumber = (number: string, uri: string) => made('a', { href: uri, textContent: number, dir: 'ltr' })

/** The towns of its doors; without a door the area that it is for. */
function placeWords({ doors, areas, nationwide }: ServiceCard, language: PageLanguage): string | undefined {
  const towns = [...new Set(doors.map(({ municipality, city }) => municipality ?? city).filter((town) => town !== undefined))]
  if (nationwide && towns.length !== 1) return WORDS[language].wholeCountry
  const named = towns.length > 0 ? towns : areas.map(({ name }) => name)
  return named.length === 0 ? undefined : named.slice(0, 3).join(', ') + (named.length > 3 ? ', …' : '')
}

function hoursWords({ openingHours }: ServiceCard, language: PageLanguage, now: Date): string | undefined {
  const words = WORDS[language]
  const opening = openingAt(openingHours, now)
  switch (opening.kind) {
    case 'always':
      return words.always
    case 'closed':
      return words.closedForDays
    case 'opens': {
      const zone = openingHours?.timezone ?? 'Europe/Lisbon'
      const day = (opening.when === 'later' ? weekdayDateText : weekdayText)(language, opening.opensAt, zone)
      return words.closed.replace('{day}', day).replace('{time}', timeText(language, opening.opensAt, zone))
    }
    case 'open':
    case 'by-appointment':
    case 'unknown':
      return undefined
  }
}
