import { Trans } from '@lingui/react/macro'
import { Button } from '../../ui/button/Button'
import { Icon } from '../../ui/icon/Icon'
import { useHere } from '../shared/useHere'

interface Props {
  /** The address asks for what is near; the device may not have been asked yet, as when the address came from somebody else. */
  chosen: boolean
  onChoose: () => void
}

/**
 * Puts the nearest first. The device says where it is only after a tap, and what went wrong is said in words. The button stays, so that
 * whoever pressed it by keyboard is not sent back to the top; pressed again it asks anew.
 */
export function NearMe({ chosen, onChoose }: Props) {
  const { where, locate } = useHere()
  return (
    <Button
      kind="second"
      aria-pressed={chosen && where.status === 'known'}
      onClick={() => {
        locate()
        onChoose()
      }}
    >
      <Icon name="place" />
      <Trans>Perto de mim</Trans>
    </Button>
  )
}

/** What became of asking the device where it is. */
export function NearTold() {
  const { where } = useHere()
  const lost = where.status === 'refused' || where.status === 'unknown'
  return (
    <p className="near-told" role="status">
      {where.status === 'asking' && <Trans>A procurar onde está…</Trans>}
      {where.status === 'known' && <Trans>Primeiro os mais perto. A sua posição não fica guardada.</Trans>}
      {where.status === 'unasked' && <Trans>Toque em «Perto de mim» para ver primeiro os mais perto.</Trans>}
      {lost && <Trans>O aparelho não diz onde está. Escolha um lugar nos filtros.</Trans>}
    </p>
  )
}
