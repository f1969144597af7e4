import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button/Button'
import { Sheet } from '../../ui/sheet/Sheet'

interface Props {
  open: boolean
  total?: number
  onClose: () => void
  children: ReactNode
}

/** The filters on a phone, in a sheet over the list. */
export const FilterSheet = ({ open, total, onClose, children }: Props) => (
  <Sheet
    open={open}
    title={<Trans>Filtros</Trans>}
    onClose={onClose}
    foot={
      <Button onClick={onClose}>
        {total === undefined ? (
          <Trans>Ver resultados</Trans>
        ) : (
          <Plural value={total} one="Ver # serviço" many="Ver # serviços" other="Ver # serviços" />
        )}
      </Button>
    }
  >
    {children}
  </Sheet>
)
