import { Trans, useLingui } from '@lingui/react/macro'
import { dayText, timeText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { useNow } from '../useNow'
import { type Day, daysFrom, type OpeningHours } from './opening'
import { useClosureWords } from './useClosureWords'

/** The seven days from today, each with its hours on the clock of the place. Nothing is drawn where hours are not known. */
export function OpeningWeek({ hours }: { hours: OpeningHours }) {
  const language = usePageLanguage()
  const now = useNow()
  if (hours.basis !== 'schedule') return null
  const days = daysFrom(hours, now)
  if (days.length === 0) return null
  return (
    <table className="week">
      <caption className="hidden">
        <Trans>Horário dos próximos sete dias</Trans>
      </caption>
      <tbody>
        {days.map((day, at) => (
          <tr key={day.date} className={at === 0 ? 'week-today' : undefined}>
            <th scope="row">
              {dayText(language, day.noon, 'UTC')}
              {at === 0 && (
                <>
                  {' '}
                  <span className="small">
                    (<Trans>hoje</Trans>)
                  </span>
                </>
              )}
            </th>
            <td>
              <DayHours day={day} timezone={hours.timezone} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayHours({ day, timezone }: { day: Day; timezone: string }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const words = useClosureWords()
  const time = (moment: Date) => timeText(language, moment, timezone)
  const closing = (moment: Date) => (time(moment) === '00:00' ? '24:00' : time(moment))
  return (
    <>
      {day.spans.length === 0 && t`Fechado`}
      {day.allDay
        ? t`24 horas`
        : day.spans.map((span) => (
            <bdi
              key={span.opensAt.getTime()}
              dir="ltr"
              className="week-span"
            >{`${time(span.opensAt)}–${closing(span.closesAt)}`}</bdi>
          ))}
      {day.closure && <span className="small"> ({words(day.closure)})</span>}
    </>
  )
}
