import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Examples } from '../examples'
import { Select } from './Select'

const examples: Examples = {
  'names in another language': function Places() {
    const { t } = useLingui()
    const [value, setValue] = useState('')
    return (
      <Select
        label={<Trans>Onde?</Trans>}
        value={value}
        onChange={setValue}
        options={[
          { value: '', label: t`Todo o país` },
          { value: '11', label: 'Lisboa', lang: 'pt' },
          { value: '13', label: 'Porto', lang: 'pt' },
        ]}
      />
    )
  },
  'with a hint': function Hint() {
    const { t } = useLingui()
    return (
      <Select
        label={<Trans>Em que língua quer falar?</Trans>}
        hint={<Trans>Pode pedir um intérprete.</Trans>}
        value=""
        onChange={() => undefined}
        options={[{ value: '', label: t`Qualquer língua` }]}
      />
    )
  },
  'nothing to choose yet': function Disabled() {
    const { t } = useLingui()
    return (
      <Select
        disabled
        label={<Trans>Município</Trans>}
        value=""
        onChange={() => undefined}
        options={[{ value: '', label: t`Todos os municípios` }]}
      />
    )
  },
}

export default examples
