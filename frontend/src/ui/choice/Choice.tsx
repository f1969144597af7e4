interface Props {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}

export function Choice({ label, checked, onChange }: Props) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}
