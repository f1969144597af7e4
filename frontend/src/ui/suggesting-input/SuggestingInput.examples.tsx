import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Examples } from '../examples'
import { SuggestingInput } from './SuggestingInput'
import { suggesting } from './suggestions.examples'

const examples: Examples = {
  'offers something from the second letter on': function Offers() {
    const { t } = useLingui()
    const [words, setWords] = useState('')
    return (
      <div className="field">
        <label htmlFor="example-words">{t`O que procura?`}</label>
        <SuggestingInput id="example-words" value={words} onChange={setWords} {...suggesting} />
      </div>
    )
  },
}

export default examples
