import { Trans } from '@lingui/react/macro'
import type { Examples } from '../examples'
import { suggesting } from '../suggesting-input/suggestions.examples'
import { SearchBox } from './SearchBox'

const examples: Examples = {
  'with a hint': () => (
    <SearchBox
      hint={<Trans>Escolha um tema, ou ligue e pergunte: quem atende ajuda com qualquer assunto.</Trans>}
      onSearch={() => undefined}
      suggesting={suggesting}
    />
  ),
  'compact, with words': () => <SearchBox compact value="aulas" onSearch={() => undefined} suggesting={suggesting} />,
}

export default examples
