import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Examples } from '../examples'
import { Choice } from './Choice'

const examples: Examples = {
  'not chosen': function NotChosen() {
    const { t } = useLingui()
    const [checked, setChecked] = useState(false)
    return <Choice label={t`Só informação confirmada`} checked={checked} onChange={setChecked} />
  },
  'chosen, with a long label': function Chosen() {
    const { t } = useLingui()
    const [checked, setChecked] = useState(true)
    return (
      <Choice
        label={t`O pedido é para outra pessoa da minha família, com o mesmo contacto`}
        checked={checked}
        onChange={setChecked}
      />
    )
  },
}

export default examples
