import { Field } from '../../ui/field/Field'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
}

/** A few words that stay in a history. */
export const ReasonField = ({ label, value, onChange }: Props) => (
  <Field label={label}>
    {(control) => (
      <input {...control} autoComplete="off" maxLength={300} value={value} onChange={(event) => onChange(event.target.value)} />
    )}
  </Field>
)
