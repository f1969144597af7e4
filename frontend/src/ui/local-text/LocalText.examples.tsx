import type { Examples } from '../examples'
import { LocalText, type Text } from './LocalText'

const written: Text = {
  value: 'Aulas de português para adultos',
  language: 'pt',
  origin: 'human',
  reviewed: true,
  stale: false,
}

const examples: Examples = {
  'in a line': () => <LocalText text={written} tag />,
  'with paragraphs': () => (
    <LocalText as="p" text={{ ...written, value: 'Cursos gratuitos, de manhã e ao fim do dia.\n\nInscrição por telefone.' }} />
  ),
  'in a language of the other direction': () => (
    <LocalText text={{ ...written, value: 'دروس اللغة البرتغالية: 217 115 000', language: 'ar', reviewed: false }} tag />
  ),
  'by a program, and the original has changed': () => (
    <LocalText
      tag
      text={{ value: 'Portuguese classes for adults', language: 'en', origin: 'machine', reviewed: false, stale: true }}
    />
  ),
}

export default examples
