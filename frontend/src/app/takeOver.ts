const languagesOf = (root: HTMLElement) => root.querySelector<HTMLDetailsElement>('details.languages')

/**
 * Draws the page in the place of what the first response had there. What the reader did in the meantime stays: the list of languages that they
 * opened, and what they typed into a field, which is found again by its name.
 */
export function takeOver(root: HTMLElement, draw: () => void) {
  const wasOpen = languagesOf(root)?.open ?? false
  const focused = root.contains(document.activeElement) ? document.activeElement : null
  const typed = [...root.querySelectorAll<HTMLInputElement>('input[name]')].filter((field) => field.value !== field.defaultValue)
  root.replaceChildren()
  draw()
  const languages = languagesOf(root)
  if (wasOpen && languages) languages.open = true
  const sameField = ({ name }: HTMLInputElement) => root.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`)
  for (const field of typed) fill(sameField(field), field.value)
  if (focused instanceof HTMLInputElement && focused.name) sameField(focused)?.focus()
}

/** As if it had been typed, so that the component that has the field learns of it. */
function fill(field: HTMLInputElement | null, value: string) {
  if (!field) return
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
