import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '../../testing/render'
import { Field } from './Field'

const code = (more: { hint?: string; error?: string }) =>
  show(
    <Field label="O seu código" {...more}>
      {(control) => <input {...control} />}
    </Field>,
  )

it('ties its hint and its mistake to the control', () => {
  code({ hint: 'Dezasseis letras e números.', error: 'Este código não existe.' })
  const box = screen.getByRole('textbox', { name: 'O seu código' })
  expect(box).toBeInvalid()
  expect(box).toHaveAccessibleDescription(/^Dezasseis letras e números\. Erro: ?Este código não existe\.$/)
})

it('says nothing of a mistake where there is none', () => {
  code({})
  const box = screen.getByRole('textbox', { name: 'O seu código' })
  expect(box).toBeValid()
  expect(box).not.toHaveAttribute('aria-describedby')
})

it('keeps two questions on one page apart', () => {
  show(
    <>
      <Field label="Dia">{(control) => <input {...control} />}</Field>
      <Field label="Mês">{(control) => <input {...control} />}</Field>
    </>,
  )
  expect(screen.getByRole('textbox', { name: 'Dia' })).not.toBe(screen.getByRole('textbox', { name: 'Mês' }))
})
