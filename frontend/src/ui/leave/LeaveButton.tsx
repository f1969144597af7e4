import { Plural, Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Icon } from '../icon/Icon'
import { EXIT, leave } from './leaving'

const PRESSES = 3
/** Three times within this many milliseconds; the time of GOV.UK's component. */
const WITHIN = 5_000

/** What Escape closes first: a sheet, the list of languages, what is offered while somebody types. */
const isSomethingOpen = (): boolean =>
  document.querySelector('dialog[open], details.languages[open], [role="combobox"][aria-expanded="true"]') !== null

/** Away to an ordinary site: by this button, by Escape, or by Shift three times. */
export function LeaveButton() {
  const [left, setLeft] = useState(PRESSES)

  useEffect(() => {
    let presses = 0
    let forget: ReturnType<typeof setTimeout> | undefined
    const again = () => {
      presses = 0
      setLeft(PRESSES)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !isSomethingOpen()) {
        leave()
        return
      }
      if (event.key !== 'Shift') {
        if (presses > 0) again()
        return
      }
      if (event.repeat) return
      presses += 1
      clearTimeout(forget)
      if (presses === PRESSES) {
        leave()
        return
      }
      setLeft(PRESSES - presses)
      forget = setTimeout(again, WITHIN)
    }
    // before those who close what is open
    addEventListener('keydown', press, { capture: true })
    return () => {
      clearTimeout(forget)
      removeEventListener('keydown', press, { capture: true })
    }
  }, [])

  return (
    <>
      <a
        className="leave"
        href={EXIT}
        rel="noreferrer nofollow"
        onClick={(event) => {
          event.preventDefault()
          leave()
        }}
      >
        <Icon name="close" />
        <span>
          <Trans>Sair depressa</Trans>
        </span>
        <span className="hidden">
          {'. '}
          <Trans>Também com Escape ou três vezes Shift.</Trans>
        </span>
      </a>
      <span className="hidden" role="status">
        {left < PRESSES && (
          <Plural
            value={left}
            one="Shift: mais # vez para sair."
            many="Shift: mais # vezes para sair."
            other="Shift: mais # vezes para sair."
          />
        )}
      </span>
    </>
  )
}
