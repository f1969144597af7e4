import { Trans } from '@lingui/react/macro'
import { weekdayText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { LocalText } from '../local-text/LocalText'
import { Out } from '../out/Out'
import { type HoursInWords, type Weekday, WEEKDAYS } from './opening'

/** The first of January 2024 was a Monday. */
const noonOf = (day: Weekday): Date => new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day), 12))

/** What is said of the hours in words: always shown, as a rule cannot say everything, and often there is none. */
export function HoursWords({ words }: { words: readonly HoursInWords[] }) {
  const language = usePageLanguage()
  if (words.length === 0) return null
  return (
    <ul className="hours-words">
      {words.map((each) => (
        <li key={`${each.days.join()} ${each.description?.value} ${each.notes?.value} ${each.url}`}>
          {each.days.length > 0 &&
            each.days.length < WEEKDAYS.length &&
            `${each.days.map((day) => weekdayText(language, noonOf(day), 'UTC')).join(', ')}: `}
          {each.notes && <LocalText text={each.notes} />}
          {each.notes && each.description && ' · '}
          {each.description && <LocalText text={each.description} />}
          {each.url && (
            <>
              {' '}
              <Out href={each.url}>
                <Trans>Ver o horário</Trans>
              </Out>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
