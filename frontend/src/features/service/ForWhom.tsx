import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { Service } from '../../model/directory'
import { Explained } from '../../ui/explained/Explained'
import { LocalText } from '../../ui/local-text/LocalText'
import { MayGet } from '../shared/MayGet'
import { Section } from '../shared/Section'

export function ForWhom({ service }: { service: Service }) {
  const { t } = useLingui()
  const { audiences, eligibility, minimumAge, maximumAge } = service
  if (audiences.length === 0 && eligibility === undefined && minimumAge === undefined && maximumAge === undefined) return null
  return (
    <Section title={t`Para quem é`}>
      {audiences.length > 0 && (
        <ul className="record-list">
          {audiences.map((audience) => (
            <li key={audience.id}>
              <LocalText text={audience.name} />
            </li>
          ))}
        </ul>
      )}
      {eligibility && <Explained text={eligibility} tag={eligibility.origin === 'machine'} />}
      <MayGet service={service} />
      {minimumAge !== undefined && (
        <p>
          <Trans>A partir dos {minimumAge} anos</Trans>
        </p>
      )}
      {maximumAge !== undefined && (
        <p>
          <Trans>Até aos {maximumAge} anos</Trans>
        </p>
      )}
      <p>
        <Link href="/eligibility">
          <Trans>O que posso pedir?</Trans>
        </Link>
      </p>
    </Section>
  )
}
