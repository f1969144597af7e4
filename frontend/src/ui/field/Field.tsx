import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId } from 'react'
import { Icon } from '../icon/Icon'

interface Control {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

interface Props {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  children: (control: Control) => ReactNode
}

/** A question with its one answer: label, hint and mistake are tied to the control. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={`field${error ? ' field-wrong' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="small">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="alert" />
          <span>
            <span className="hidden">
              <Trans>Erro:</Trans>{' '}
            </span>
            {error}
          </span>
        </p>
      )}
      {children({ id, ...(described && { 'aria-describedby': described }), ...(error ? { 'aria-invalid': true as const } : {}) })}
    </div>
  )
}
