import type { Examples } from '../examples'
import { HoursWords } from './HoursWords'

const written = { language: 'pt', origin: 'human', reviewed: true, stale: false } as const

const examples: Examples = {
  'what a source says of its hours': () => (
    <HoursWords
      words={[
        { days: ['MO', 'WE'], description: { ...written, value: 'À tarde, enquanto houver senhas.' } },
        { days: [], notes: { ...written, value: 'Em agosto só de manhã.' }, url: 'https://aima.gov.pt/pt' },
      ]}
    />
  ),
}

export default examples
