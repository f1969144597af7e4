import { isoDate } from '../../i18n/formats'
import type { Examples } from '../examples'
import { hoursFromNow } from './hours.examples'
import { OpeningWeek } from './OpeningWeek'

const tomorrow = isoDate(new Date(Date.now() + 86_400_000), 'Europe/Lisbon')

const examples: Examples = {
  'a week with a day that is not like others': () => (
    <OpeningWeek
      hours={hoursFromNow(-2, 3, { closures: [{ date: tomorrow, reason: 'exception', name: 'Formação da equipa' }] })}
    />
  ),
}

export default examples
