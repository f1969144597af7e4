import { screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { show } from '../../testing/render'
import { Select } from './Select'

const OPTIONS = [
  { value: '', label: 'كل البلد' },
  { value: '11', label: 'Lisboa', lang: 'pt' },
]

it('gives the value of what was chosen, not its words', async () => {
  const onChange = vi.fn()
  show(<Select label="Onde?" value="" options={OPTIONS} onChange={onChange} />)
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Onde?' }), 'Lisboa')
  expect(onChange).toHaveBeenCalledExactlyOnceWith('11')
})

it('says the language of a name where it is not the page’s', () => {
  show(<Select label="Onde?" value="" options={OPTIONS} onChange={() => undefined} />)
  expect(screen.getByRole('option', { name: 'Lisboa' })).toHaveAttribute('lang', 'pt')
  expect(screen.getByRole('option', { name: 'كل البلد' })).not.toHaveAttribute('lang')
})
