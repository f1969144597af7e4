import { beforeEach, expect, it, vi } from 'vitest'
import { takeOver } from './takeOver'

const root = document.createElement('div')
const field = () => root.querySelector<HTMLInputElement>('input[name=search]')

beforeEach(() => {
  document.body.replaceChildren(root)
  root.innerHTML = '<details class="languages"></details><input name="search" value="casa">'
})

const draw = (typed?: (value: string) => void) => () => {
  root.innerHTML = '<details class="languages"></details><input name="search" value="casa"><p>drawn</p>'
  field()?.addEventListener('input', () => typed?.(field()?.value ?? ''))
}

it('what was drawn before is gone', () => {
  root.append('before')
  takeOver(root, draw())
  expect(root).toHaveTextContent(/^drawn$/)
})

it('words that were typed while the script was on its way stay, and the component learns of them', () => {
  const typed = vi.fn()
  Object.assign(field() ?? {}, { value: 'dentista' })
  takeOver(root, draw(typed))
  expect(field()).toHaveValue('dentista')
  expect(typed).toHaveBeenCalledWith('dentista')
})

it('a field that nobody touched is left as it is drawn', () => {
  const typed = vi.fn()
  takeOver(root, draw(typed))
  expect(typed).not.toHaveBeenCalled()
})

it('who was in a field goes on in it', () => {
  field()?.focus()
  takeOver(root, draw())
  expect(field()).toHaveFocus()
})

it('the list of languages that was opened stays open', () => {
  root.querySelector('details')?.setAttribute('open', '')
  takeOver(root, draw())
  expect(root.querySelector('details')).toHaveAttribute('open')
})
