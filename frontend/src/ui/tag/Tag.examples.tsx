import { Trans } from '@lingui/react/macro'
import type { Examples } from '../examples'
import { Tag } from './Tag'

const examples: Examples = {
  'a plain fact': () => (
    <Tag>
      <Trans>Pela Internet</Trans>
    </Tag>
  ),
  'good to know': () => (
    <Tag tone="good" icon="check">
      <Trans>Grátis</Trans>
    </Tag>
  ),
  'to beware of': () => (
    <Tag tone="warn" icon="alert">
      <Trans>Não confirmado</Trans>
    </Tag>
  ),
  'not any more': () => (
    <Tag tone="bad">
      <Trans>Já não existe</Trans>
    </Tag>
  ),
  'on soft ground': () => (
    <Tag tone="info" icon="info">
      <Trans>Só com marcação</Trans>
    </Tag>
  ),
}

export default examples
