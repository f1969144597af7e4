import { Trans } from '@lingui/react/macro'
import type { Examples } from '../examples'
import { Field } from './Field'

const examples: Examples = {
  'a question': () => (
    <Field label={<Trans>Como quer ser chamado?</Trans>}>{(control) => <input {...control} type="text" dir="auto" />}</Field>
  ),
  'with a hint': () => (
    <Field
      label={<Trans>Quer dizer mais?</Trans>}
      hint={<Trans>Não escreva o seu nome nem dados de ninguém. Pode escrever na sua língua.</Trans>}
    >
      {(control) => <input {...control} type="text" dir="auto" />}
    </Field>
  ),
  'with a mistake': () => (
    <Field
      label={<Trans>O seu código</Trans>}
      hint={<Trans>Quatro grupos de quatro letras e números.</Trans>}
      error={<Trans>Este código não existe. Veja se o escreveu bem.</Trans>}
    >
      {(control) => <input {...control} type="text" dir="ltr" defaultValue="ABCD-1234" />}
    </Field>
  ),
}

export default examples
