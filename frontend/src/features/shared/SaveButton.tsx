import { Trans } from '@lingui/react/macro'
import { Button } from '../../ui/button/Button'
import { Icon } from '../../ui/icon/Icon'
import { save, unsave, useSaved } from './saved'

/** Puts a service on the list of this device, or takes it off. */
export function SaveButton({ id }: { id: string }) {
  const isSaved = useSaved().includes(id)
  return (
    <Button kind="second" aria-pressed={isSaved} onClick={() => (isSaved ? unsave(id) : save(id))}>
      <Icon name={isSaved ? 'saved' : 'save'} />
      <span>{isSaved ? <Trans>Guardado</Trans> : <Trans>Guardar</Trans>}</span>
    </Button>
  )
}
