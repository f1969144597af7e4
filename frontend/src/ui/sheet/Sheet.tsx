import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '../button/Button'
import { Icon } from '../icon/Icon'

interface Props {
  open: boolean
  title: ReactNode
  onClose: () => void
  /** What stays in sight below the rest. */
  foot?: ReactNode
  children: ReactNode
}

/** A sheet over the page: closed by its cross, by Escape, by a touch beside it, or by going back. */
export function Sheet({ open, title, onClose, foot, children }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const element = dialog.current
    if (!element || element.open === open) return
    // Browsers older than the element still show and hide it by its attribute.
    if (typeof element.showModal !== 'function') element.toggleAttribute('open', open)
    else if (open) element.showModal()
    else element.close()
  }, [open])

  useEffect(() => {
    const element = dialog.current
    // What is in the sheet fills it, so that only its backdrop is the dialog itself.
    const touch = ({ target }: MouseEvent) => {
      if (target === element) onClose()
    }
    element?.addEventListener('click', touch)
    return () => element?.removeEventListener('click', touch)
  }, [onClose])

  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={open ? id : undefined} onClose={onClose}>
      {open && (
        <div className="sheet-body">
          <div className="sheet-head">
            <h2 id={id}>{title}</h2>
            <Button kind="quiet" onClick={onClose}>
              <Icon name="close" />
              <span className="hidden">
                <Trans>Fechar</Trans>
              </span>
            </Button>
          </div>
          {children}
          {foot && <div className="sheet-foot">{foot}</div>}
        </div>
      )}
    </dialog>
  )
}
