import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Select } from '../../ui/select/Select'
import { DISTRICTS } from './districts'

interface Props {
  district: string
  municipality: string
  onChange: (district: string, municipality: string) => void
}

/** Where help is looked for: a district at once, a municipality once the API has named them. */
export function Where({ district, municipality, onChange }: Props) {
  const { t } = useLingui()
  const { data } = useQuery({
    queryKey: ['municipalities-of', district],
    // The asking is fetched with the first question: most people need no municipality to start.
    queryFn: async ({ signal }) => (await import('../../api/locations')).listMunicipalities(district, signal),
    enabled: district !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const municipalities = data?.ok ? data.value : []
  return (
    <div className="where">
      <Select
        label={t`Onde?`}
        name="place"
        value={district}
        onChange={(code) => onChange(code, '')}
        options={[
          { value: '', label: t`Em todo o país` },
          ...DISTRICTS.map(({ code, name }) => ({ value: code, label: name, lang: 'pt' })),
        ]}
      />
      {municipalities.length > 0 && (
        <Select
          label={t`Município`}
          value={municipality}
          onChange={(code) => onChange(district, code)}
          options={[
            { value: '', label: t`Todos os municípios` },
            ...municipalities.map(({ code, name }) => ({ value: code, label: name, lang: 'pt' })),
          ]}
        />
      )}
    </div>
  )
}
