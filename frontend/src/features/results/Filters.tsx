import { Trans, useLingui } from '@lingui/react/macro'
import { languageName, numberText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Facets } from '../../model/directory'
import { DELIVERY_MODES, type ServiceQuery } from '../../model/serviceQuery'
import { Select } from '../../ui/select/Select'
import { DELIVERY_WORDS } from '../shared/words'
import { Choice } from '../../ui/choice/Choice'
import { useChosenPlace } from './useChosenPlace'

interface Props {
  query: ServiceQuery
  facets?: Facets
  onChange: (next: ServiceQuery) => void
}

/** Each choice takes effect at once and says how many services it would leave. */
export function Filters({ query, facets, onChange }: Props) {
  const { t, i18n } = useLingui()
  const language = usePageLanguage()
  const { district, municipality, districts, municipalities } = useChosenPlace(query.place)
  const change = (part: Partial<ServiceQuery>) => onChange({ ...query, ...part, page: 1 })
  const count = (number: number | undefined) => (number === undefined ? '' : ` (${numberText(language, number)})`)
  const inDistrict = new Map(facets?.districts.map((each) => [each.code, each.count]))
  const spoken = [...(facets?.languages ?? [])]
  for (const code of query.languages) if (!spoken.some((each) => each.code === code)) spoken.push({ code, count: 0 })
  const languages = spoken
    .map((each) => ({ ...each, name: languageName(language, each.code) }))
    .sort((a, b) => a.name.localeCompare(b.name, language))

  return (
    <div className="filters">
      <fieldset className="filter-group">
        <legend>
          <Trans>Onde</Trans>
        </legend>
        <Select
          label={t`Distrito ou região`}
          value={district ?? ''}
          onChange={(code) => change({ place: code || undefined })}
          options={[
            { value: '', label: t`Todo o país` },
            ...districts.map((each) => ({ value: each.code, label: `${each.name}${count(inDistrict.get(each.code))}` })),
          ]}
        />
        {municipalities.length > 0 && (
          <Select
            label={t`Município`}
            value={municipality ?? ''}
            onChange={(code) => change({ place: code || district })}
            options={[
              { value: '', label: t`Todos os municípios` },
              ...municipalities.map((each) => ({ value: each.code, label: each.name })),
            ]}
          />
        )}
      </fieldset>
      <fieldset className="filter-group">
        <legend>
          <Trans>Quando e como</Trans>
        </legend>
        <Choice
          label={
            facets?.hoursUnknown === undefined || facets.hoursUnknown === 0
              ? t`Aberto agora` + count(facets?.openNow)
              : t`Aberto agora (${numberText(language, facets.openNow ?? 0)}; ${numberText(language, facets.hoursUnknown)} com horário por saber)`
          }
          checked={query.openNow}
          onChange={(openNow) => change({ openNow })}
        />
        {DELIVERY_MODES.map((mode) => (
          <Choice
            key={mode}
            label={i18n._(DELIVERY_WORDS[mode]) + count(facets?.deliveryModes.find((each) => each.value === mode)?.count)}
            checked={query.deliveryModes.includes(mode)}
            onChange={(chosen) =>
              change({
                deliveryModes: DELIVERY_MODES.filter((each) => (each === mode ? chosen : query.deliveryModes.includes(each))),
              })
            }
          />
        ))}
        <Choice label={t`Grátis` + count(facets?.free)} checked={query.free} onChange={(free) => change({ free })} />
        <Choice
          label={t`Só informação confirmada`}
          checked={query.confirmedOnly}
          onChange={(confirmedOnly) => change({ confirmedOnly })}
        />
      </fieldset>
      {languages.length > 0 && (
        <Select
          label={t`Língua falada no atendimento`}
          value={query.languages[0] ?? ''}
          onChange={(code) => change({ languages: code ? [code] : [] })}
          options={[
            { value: '', label: t`Qualquer língua` },
            ...languages.map((each) => ({ value: each.code, label: `${each.name}${count(each.count)}` })),
          ]}
        />
      )}
    </div>
  )
}
