import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../button/Button'
import type { Examples } from '../examples'
import { Sheet } from './Sheet'

const examples: Examples = {
  'opened by a button': function Opened() {
    const [open, setOpen] = useState(false)
    return (
      <>
        <Button kind="second" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Trans>Filtros</Trans>
        </Button>
        <Sheet
          open={open}
          title={<Trans>Filtros</Trans>}
          onClose={() => setOpen(false)}
          foot={
            <Button onClick={() => setOpen(false)}>
              <Trans>Ver resultados</Trans>
            </Button>
          }
        >
          <p>
            <Trans>Experimente retirar um filtro:</Trans>
          </p>
        </Sheet>
      </>
    )
  },
}

export default examples
