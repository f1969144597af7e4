import { act, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { show } from '../../testing/render'
import { OpeningState } from './OpeningState'
import { OpeningWeek } from './OpeningWeek'
import type { OpeningHours } from './opening'

const HOURS: OpeningHours = {
  basis: 'schedule',
  timezone: 'Europe/Lisbon',
  from: '2026-11-25',
  until: '2026-12-08',
  spans: [
    { opensAt: new Date('2026-11-25T09:00:00Z'), closesAt: new Date('2026-11-25T17:00:00Z') },
    { opensAt: new Date('2026-11-27T09:00:00Z'), closesAt: new Date('2026-11-28T00:00:00Z') },
  ],
  closures: [{ date: '2026-11-26', reason: 'exception', name: 'Formação da equipa' }],
  words: [],
}

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-25T16:29:40Z') }))
afterEach(() => void vi.useRealTimers())

it('changes its words when the minute comes', () => {
  show(<OpeningState hours={HOURS} />)
  expect(screen.getByText(/Aberto agora · fecha às 17:00/)).toBeInTheDocument()
  act(() => void vi.advanceTimersByTime(20_000))
  expect(screen.getByText(/Fecha em breve, às 17:00/)).toBeInTheDocument()
  act(() => void vi.advanceTimersByTime(30 * 60_000))
  expect(screen.getByText(/Fechado agora · abre: sexta-feira, às 09:00/)).toBeInTheDocument()
})

it('says that the door opens only for those who are expected', () => {
  show(<OpeningState hours={HOURS} byAppointmentOnly />)
  expect(screen.getByText(/Só com marcação/)).toBeInTheDocument()
})

it('asks to call first where nothing is known', () => {
  show(<OpeningState hours={undefined} />)
  expect(screen.getByText(/Horário por confirmar: contacte antes de ir/)).toBeInTheDocument()
})

it('writes seven days, closes at 24:00 and gives the reason of an odd day', () => {
  show(<OpeningWeek hours={HOURS} />)
  const rows = screen.getAllByRole('row').map((row) => row.textContent)
  expect(rows).toHaveLength(7)
  expect(rows[0]).toMatch(/25.*hoje.*09:00–17:00/)
  expect(rows[1]).toMatch(/Fechado.*Formação da equipa/)
  expect(rows[2]).toMatch(/09:00–24:00/)
})
