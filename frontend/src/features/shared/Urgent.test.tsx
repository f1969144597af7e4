import { screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aPageOf, aService, directoryWith } from '../../testing/directory'
import { show } from '../../testing/render'
import { Urgent } from './Urgent'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-12-08T12:00:00Z'), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const line = aService({
  contact_phone: { number: '116 111', of: 'service' },
  opening_hours: {
    basis: 'schedule',
    timezone_name: 'Europe/Lisbon',
    from: '2026-12-08',
    until: '2026-12-21',
    spans: [{ opens_at: '2026-12-08T09:00:00Z', closes_at: '2026-12-08T19:00:00Z' }],
    closures: [{ date: '2026-12-08', reason: 'public_holiday_hours_may_differ', name: 'Imaculada Conceição' }],
  },
})

/** jsdom opens no details by touch. */
const openMore = () => {
  const details = document.querySelector('details') as HTMLDetailsElement
  details.open = true
  details.dispatchEvent(new Event('toggle'))
}

it('asks for the hours of a line only when more numbers are wanted, and says that it does not answer on a holiday', async () => {
  const { asked } = directoryWith({ '/services': aPageOf(line) })
  show(<Urgent />)
  await vi.dynamicImportSettled()
  expect(screen.queryByText(/fechada agora/)).toBeNull()
  expect(asked).toEqual([])
  openMore()
  expect(await screen.findByText(/fechada agora/)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /116 111.*fechada agora/ })).toHaveAttribute('href', 'tel:116111')
  expect(asked).toHaveLength(1)
})

it('takes the hours of no other line that has been found', async () => {
  const other = { ...line, contact_phone: { number: '116 006', of: 'service' } }
  const { asked } = directoryWith({ '/services': aPageOf(other) })
  show(<Urgent />)
  openMore()
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  expect(screen.queryByText(/fechada agora/)).toBeNull()
})

it('has every number when the directory does not answer', () => {
  directoryWith(null)
  show(<Urgent />)
  openMore()
  expect(screen.getAllByRole('link')).toHaveLength(6)
})
