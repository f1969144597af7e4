import { useLingui } from '@lingui/react/macro'
import type { Closure } from './opening'

/** Why a place is closed on a date: the holiday's own name where it has one. */
export function useClosureWords(): (closure: Closure) => string {
  const { t } = useLingui()
  return ({ reason, name }) => {
    const holiday = /holiday/.test(reason)
    if (holiday) return name ? t`feriado: ${name}` : t`feriado`
    return name ?? t`encerrado neste dia`
  }
}
