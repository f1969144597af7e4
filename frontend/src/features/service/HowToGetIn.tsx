import { Trans, useLingui } from '@lingui/react/macro'
import type { Service } from '../../model/directory'
import { Explained } from '../../ui/explained/Explained'
import { LocalText } from '../../ui/local-text/LocalText'
import { Section } from '../shared/Section'
import { ACCESS_WORDS } from '../shared/words'

export function HowToGetIn({ service }: { service: Service }) {
  const { t, i18n } = useLingui()
  const { access, applicationProcess } = service
  if (access === undefined && applicationProcess === undefined) return null
  const appointmentSaid = access?.modes.includes('appointment') ?? false
  return (
    <Section title={t`Como ter acesso`}>
      {access && (access.modes.length > 0 || access.byAppointmentOnly) && (
        <ul className="record-list">
          {access.modes.map((mode) => (
            <li key={mode}>{i18n._(ACCESS_WORDS[mode])}</li>
          ))}
          {access.byAppointmentOnly && !appointmentSaid && <li>{i18n._(ACCESS_WORDS.appointment)}</li>}
        </ul>
      )}
      {applicationProcess && <Explained text={applicationProcess} tag={applicationProcess.origin === 'machine'} />}
      {access && access.whoMayRefer.length > 0 && (
        <>
          <p>
            <Trans>Quem o pode encaminhar:</Trans>
          </p>
          <ul className="record-list">
            {access.whoMayRefer.map((who) => (
              <li key={who.value}>
                <LocalText text={who} tag={who.origin === 'machine'} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
