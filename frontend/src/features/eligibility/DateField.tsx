import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId } from 'react'
import { spanOf } from '../../eligibility/days'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Icon } from '../../ui/icon/Icon'
import { monthNames } from './words'

export const isDate = (text: string): boolean => spanOf(text) !== undefined

interface Props {
  /** `2024-08-31`, `2024-08`, `2024`, or what is there so far. */
  value: string
  onChange: (date: string) => void
  error?: ReactNode
}

/** A date as far as it is known: the year, its month, its day. */
export function DateField({ value, onChange, error }: Props) {
  const id = useId()
  const language = usePageLanguage()
  const [year = '', month = '', day = ''] = value.split('-')
  const put = (parts: string[]) => {
    const end = parts.indexOf('')
    onChange((end < 1 ? (end === 0 ? [''] : parts) : parts.slice(0, end)).join('-'))
  }
  const described = error
    ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-error` }
    : { 'aria-describedby': `${id}-hint` }
  return (
    <div className={`field${error ? ' field-wrong' : ''}`}>
      <p id={`${id}-hint`} className="small">
        <Trans>Se só souber o mês ou o ano, escreva só isso.</Trans>
      </p>
      {error && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
      <div className="date-parts">
        <label>
          <Trans>Ano</Trans>
          <input
            {...described}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            size={4}
            value={year}
            onChange={(event) => put([event.target.value.replace(/\D/g, ''), month, day])}
          />
        </label>
        <label>
          <Trans>Mês</Trans>
          <select value={month} disabled={year.length < 4} onChange={(event) => put([year, event.target.value, day])}>
            <option value="">–</option>
            {monthNames(language).map((name, at) => (
              <option key={name} value={String(at + 1).padStart(2, '0')}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <Trans>Dia</Trans>
          <select value={day} disabled={month === ''} onChange={(event) => put([year, month, event.target.value])}>
            <option value="">–</option>
            {Array.from({ length: 31 }, (_, at) => String(at + 1).padStart(2, '0')).map((each) => (
              <option key={each} value={each}>
                {Number(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  )
}
