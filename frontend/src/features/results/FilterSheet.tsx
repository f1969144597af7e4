import { Plural, Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../ui/Button'

interface Props {
  open: boolean
  total?: number
  onClose: () => void
  children: ReactNode
}

/** The filters on a phone: a sheet over the list, closed by its button, by Escape or by going back. */
export function FilterSheet({ open, total, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element || element.open === open) return
    // Browsers older than the element still show and hide it by its attribute.
    if (typeof element.showModal !== 'function') element.toggleAttribute('open', open)
    else if (open) element.showModal()
    else element.close()
  }, [open])
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="sheet-title" onClose={onClose}>
      {open && (
        <>
          <h2 id="sheet-title">
            <Trans>Filtros</Trans>
          </h2>
          {children}
          <div className="sheet-foot">
            <Button onClick={onClose}>
              {total === undefined ? (
                <Trans>Ver resultados</Trans>
              ) : (
                <Plural value={total} one="Ver # serviço" many="Ver # serviços" other="Ver # serviços" />
              )}
            </Button>
          </div>
        </>
      )}
    </dialog>
  )
}
