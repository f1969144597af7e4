import type { Examples } from '../examples'
import { Explained } from './Explained'

const examples: Examples = {
  'a text with words of offices': () => (
    <Explained
      text={{
        value: 'Leve o NIF e o número de utente.\n\nSe ainda não tem NISS, a AIMA diz-lhe como o pedir.',
        language: 'pt',
        origin: 'human',
        reviewed: true,
        stale: false,
      }}
    />
  ),
  'a text by a program': () => (
    <Explained
      tag
      text={{
        value: 'Bring your residence permit, if you have one.',
        language: 'en',
        origin: 'machine',
        reviewed: false,
        stale: false,
      }}
    />
  ),
}

export default examples
