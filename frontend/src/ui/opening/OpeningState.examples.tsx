import type { Examples } from '../examples'
import { hoursFromNow } from './hours.examples'
import { OpeningState } from './OpeningState'

const examples: Examples = {
  'open now': () => <OpeningState hours={hoursFromNow(-2, 3)} />,
  'about to close': () => <OpeningState hours={hoursFromNow(-6, 0.25)} />,
  'closed now': () => <OpeningState hours={hoursFromNow(4, 8)} byAppointmentOnly />,
  'closed for days': () => <OpeningState hours={hoursFromNow(0, 0, { spans: [] })} />,
  'open day and night': () => <OpeningState hours={hoursFromNow(0, 0, { basis: 'always' })} />,
  'by appointment': () => <OpeningState hours={hoursFromNow(0, 0, { basis: 'by_appointment' })} />,
  'not known': () => <OpeningState hours={undefined} />,
}

export default examples
