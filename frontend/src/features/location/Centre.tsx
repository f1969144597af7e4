import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { languageName } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Desk, OneStopCentre } from '../../model/directory'
import { LocalText } from '../../ui/local-text/LocalText'
import { Notice } from '../../ui/notice/Notice'
import { Sources } from '../../ui/sources/Sources'
import { Section } from '../shared/Section'

interface StandingProps {
  centre: OneStopCentre
  /** Other services are given behind the same door today. */
  livesOn: boolean
}

/** Said before anything else: whether the centre is still there, and whether it is worth going to the place. */
export function CentreStanding({ centre, livesOn }: StandingProps) {
  const { t } = useLingui()
  if (centre.open) return null
  return (
    <Notice tone={livesOn ? 'warn' : 'bad'} title={livesOn ? t`O centro que aqui havia fechou` : t`Este centro fechou`}>
      {centre.name && (
        <p>
          <LocalText text={centre.name} />
        </p>
      )}
      {centre.period && (
        <p>
          <LocalText text={centre.period} />
        </p>
      )}
      <p>
        {livesOn ? (
          <Trans>Hoje este lugar tem outros serviços: estão aqui em baixo.</Trans>
        ) : (
          <Trans>Não se desloque. Fica aqui o registo de como juntava tudo debaixo do mesmo teto.</Trans>
        )}
      </p>
    </Notice>
  )
}

/** Desks of many organizations under one roof, and what made the centre work. */
export function Centre({ centre }: { centre: OneStopCentre }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const institutions = centre.desks.filter((desk) => desk.kind === 'public_institution')
  const offices = centre.desks.filter((desk) => desk.kind === 'support_office')
  return (
    <>
      {centre.description && (
        <Section title={centre.open ? t`O que é este centro` : t`O que era este centro`}>
          <LocalText text={centre.description} as="p" tag />
          {centre.runBy && (
            <p>
              <Trans>Gerido por:</Trans> <LocalText text={centre.runBy} />
            </p>
          )}
        </Section>
      )}
      <Desks title={t`Instituições públicas debaixo do mesmo teto`} desks={institutions} />
      <Desks title={t`Gabinetes de apoio`} desks={offices} />
      {centre.features.length > 0 && (
        <Section title={centre.open ? t`O que também há` : t`O que também havia`}>
          <ul className="record-list">
            {centre.features.map((feature) => (
              <li key={feature.name.value}>
                <strong>
                  <LocalText text={feature.name} />
                </strong>
                {feature.description && (
                  <>
                    {': '}
                    <LocalText text={feature.description} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {centre.languages.length > 0 && (
        <Section title={centre.open ? t`Línguas faladas` : t`Línguas que se falavam`}>
          <p>{centre.languages.map((code) => languageName(language, code)).join(', ')}</p>
        </Section>
      )}
      {centre.sources.length > 0 && (
        <Section title={t`Fontes sobre o centro`}>
          <Sources sources={centre.sources} />
        </Section>
      )}
    </>
  )
}

function Desks({ title, desks }: { title: string; desks: Desk[] }) {
  if (desks.length === 0) return null
  return (
    <Section title={title}>
      <ul className="record-list">
        {desks.map((desk) => (
          <li key={desk.name.value}>
            <DeskName desk={desk} />
            {desk.description && (
              <>
                {': '}
                <LocalText text={desk.description} />
              </>
            )}
            {desk.since && (
              <span className="small">
                {' '}
                (<LocalText text={desk.since} />)
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function DeskName({ desk }: { desk: Desk }) {
  const to = desk.service
    ? `/services/${desk.service.id}`
    : desk.organization
      ? `/organizations/${desk.organization.id}`
      : undefined
  const name = <LocalText text={desk.name} />
  return to === undefined ? name : <Link href={to}>{name}</Link>
}
