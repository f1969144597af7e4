import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { EVERYTHING, pathOfSearch } from '../../model/serviceQuery'
import { Section } from '../shared/Section'
import { Urgent } from '../shared/Urgent'

/** What nobody has to answer anything for. */
export function Always() {
  const { t } = useLingui()
  return (
    <Section title={t`Sempre, seja qual for a sua situação`}>
      <ul>
        <li>
          <Link href={pathOfSearch({ ...EVERYTHING, need: 'health' })}>
            <Trans>Saúde: em caso de urgência, vá ao hospital ou ligue 112</Trans>
          </Link>
        </li>
        <li>
          <Link href={pathOfSearch({ ...EVERYTHING, need: 'education' })}>
            <Trans>Escola para as crianças</Trans>
          </Link>
        </li>
        <li>
          <Link href="/services?search=CLAIM">
            <Trans>Falar com um mediador num centro de apoio perto de si</Trans>
          </Link>
        </li>
      </ul>
      <Urgent />
    </Section>
  )
}
