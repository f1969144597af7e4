import { useLingui } from '@lingui/react/macro'
import type { Closure } from './opening'

/** Why a date is not like others: the holiday's own name where it has one. */
export function useClosureWords(): (closure: Closure) => string {
  const { t } = useLingui()
  return ({ reason, name }) => {
    switch (reason) {
      case 'public_holiday_hours_may_differ':
        return name ? t`feriado: ${name}; o horário pode ser diferente` : t`feriado; o horário pode ser diferente`
      case 'public_holiday':
        return name ? t`feriado: ${name}` : t`feriado`
      default:
        return name ?? t`horário diferente neste dia`
    }
  }
}
