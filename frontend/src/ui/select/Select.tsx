import type { ReactNode } from 'react'
import { Field } from '../field/Field'

export interface Option {
  value: string
  label: string
  /** The language of the label where it is not the page's. */
  lang?: string
}

interface Props {
  label: ReactNode
  hint?: ReactNode
  name?: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
  disabled?: boolean
}

/** The device's own list of choices: its readers know it already. */
export const Select = ({ label, hint, name, value, options, onChange, disabled }: Props) => (
  <Field label={label} hint={hint}>
    {(control) => (
      <select
        {...control}
        name={name}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
