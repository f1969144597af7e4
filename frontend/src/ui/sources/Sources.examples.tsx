import type { Examples } from '../examples'
import { Sources } from './Sources'

const examples: Examples = {
  'pages and a document': () => (
    <Sources
      sources={[
        { url: 'https://aima.gov.pt/pt/contactos', title: 'AIMA, contactos', sourceDate: '2026-07-31' },
        { url: 'https://www.lisboa.pt/', note: 'Horário de verão' },
        { title: 'Guia do acolhimento, 2.ª edição', sourceDate: '2025' },
      ]}
    />
  ),
  none: () => <Sources sources={[]} />,
}

export default examples
