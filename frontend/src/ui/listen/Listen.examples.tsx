import type { Examples } from '../examples'
import { Listen } from './Listen'

const examples: Examples = {
  'where the device has a voice for Portuguese, else nothing': () => (
    <Listen language="pt" said={[{ text: 'Centro de Contacto da AIMA. Telefone 217 115 000.', language: 'pt' }]} />
  ),
}

export default examples
