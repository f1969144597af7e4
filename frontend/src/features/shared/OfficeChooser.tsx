import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { listBranches } from '../../api/branches'
import { getPlace } from '../../api/locations'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { byDistrict, NEAR_ME, officesByPlace, officesShown, type Shown } from '../../model/branches'
import { Field } from '../../ui/field/Field'
import type { Props } from './LocalOffices'
import { Office } from './Office'
import { Section } from './Section'
import { useHere } from './useHere'
import { useRemote, valueOf } from './useRemote'

/**
 * The local offices of a program, one place at a time. Where a place was chosen or typed before, the office there is shown at once, or else the
 * nearest to it. Which one is nearest is worked out here: no question carries where somebody is.
 */
export default function OfficeChooser({ service, place, title }: Props) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const { here } = useHere()
  const [chosen, setChosen] = useState<string>()
  const branches = valueOf(useRemote(['branches', service.id, language], (signal) => listBranches(service.id, language, signal)))
  const asked = valueOf(useRemote(['place', place], (signal) => getPlace(place ?? '', signal), { enabled: place !== undefined }))
  const offices = officesByPlace(branches ?? [])
  if (offices.length === 0) return null

  const shown = officesShown(offices, { chosen, here, code: place, place: asked })
  const value = shown?.as === 'there' ? shown.offices.code : shown?.as === 'nearest-to-me' ? NEAR_ME : ''

  const chooser = (
    <>
      <Field label={t`Onde precisa de um gabinete local?`}>
        {(control) => (
          <select {...control} value={value} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{t`Escolha um lugar`}</option>
            {here !== undefined && <option value={NEAR_ME}>{t`O mais perto de mim`}</option>}
            {byDistrict(offices).map(({ district, offices: within }) => (
              <optgroup
                key={district ?? ''}
                label={district ?? t`Outros lugares`}
                lang={district === undefined ? undefined : 'pt'}
              >
                {within.map(({ code, name }) => (
                  <option key={code} value={code} lang="pt">
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <p role="status" className={shown === undefined ? 'hidden' : undefined}>
        {shown !== undefined && <ShownWords shown={shown} asked={asked?.name} />}
      </p>
      {shown?.offices.services.map((id) => (
        <Office key={id} id={id} place={shown.offices.code} />
      ))}
    </>
  )
  return title === undefined ? chooser : <Section title={title}>{chooser}</Section>
}

/** @param asked the name of the place that was asked for */
function ShownWords({ shown, asked }: { shown: Shown; asked?: string }) {
  const name = <bdi lang="pt">{shown.offices.name}</bdi>
  switch (shown.as) {
    case 'there':
      return <Trans>Gabinetes locais para quem está em {name}</Trans>
    case 'nearest-to-me':
      return <Trans>O gabinete local mais perto de si: {name}</Trans>
    case 'nearest-to-place':
      return (
        <Trans>
          Não conhecemos nenhum gabinete local para quem está em <bdi lang="pt">{asked}</bdi>. O mais perto: {name}
        </Trans>
      )
  }
}
