import { screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { show } from '../../testing/render'
import { Choice } from './Choice'

it('is chosen and given up by a touch of its words', async () => {
  const onChange = vi.fn()
  const { rerender } = show(<Choice label="Grátis" checked={false} onChange={onChange} />)
  await userEvent.click(screen.getByText('Grátis'))
  expect(onChange).toHaveBeenLastCalledWith(true)
  rerender(<Choice label="Grátis" checked onChange={onChange} />)
  await userEvent.click(screen.getByText('Grátis'))
  expect(onChange).toHaveBeenLastCalledWith(false)
})
