import { Trans } from '@lingui/react/macro'
import type { Examples } from '../examples'
import { Email, Phone, WhatsApp } from './Phone'

const examples: Examples = {
  'a number': () => <Phone number="217 115 000" whom="AIMA" />,
  'with a note': () => (
    <Phone number="808 24 24 24" whom="SNS 24">
      <Trans>Grátis, 24 horas</Trans>
    </Phone>
  ),
  'with an extension': () => <Phone number="+351 213 847 020" whom="AIMA" extension="12" />,
  'an e-mail address': () => <Email address="geral@aima.gov.pt" />,
  'a number on WhatsApp': () => <WhatsApp number="+351 912 345 678" whom="AIMA" />,
}

export default examples
