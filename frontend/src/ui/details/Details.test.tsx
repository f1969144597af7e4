import { fireEvent, screen } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { show } from '../../testing/render'
import { Details } from './Details'

const toggled = (details: HTMLDetailsElement, open: boolean) => {
  details.open = open
  fireEvent(details, new Event('toggle'))
}

it('tells that it was opened, and does not tell that it was closed', () => {
  const onOpen = vi.fn()
  show(
    <Details summary="Porquê" onOpen={onOpen}>
      Vive em Portugal.
    </Details>,
  )
  const details = screen.getByRole<HTMLDetailsElement>('group')
  expect(details).not.toHaveAttribute('open')
  toggled(details, true)
  expect(onOpen).toHaveBeenCalledTimes(1)
  toggled(details, false)
  expect(onOpen).toHaveBeenCalledTimes(1)
})

it('is open from the start where that is asked for', () => {
  show(
    <Details summary="Porquê" open>
      Vive em Portugal.
    </Details>,
  )
  expect(screen.getByRole('group')).toHaveAttribute('open')
})
