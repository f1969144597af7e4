import { cleanup, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageLanguage } from '../../i18n/languages'
import { aPageOf, aService, counts, directoryWith, NO_PLACES, screenOf } from '../../testing/directory'
import { show } from '../../testing/render'
import Results from './Results'

/** A Friday in Lisbon, half past two at night. */
beforeEach(() => {
  screenOf('phone')
  vi.useFakeTimers({ now: new Date('2026-11-27T02:30:00Z'), toFake: ['Date'] })
})
afterEach(() => void vi.useRealTimers())

function found(search: object, ...services: object[]) {
  directoryWith({
    '/services': { ...aPageOf(...(services.length > 0 ? services : [aService()])), search: { certainty: 'sure', ...search } },
    '/services/facets': counts(),
    '/places': NO_PLACES,
  })
}

async function told(part: object, language: PageLanguage = 'pt'): Promise<string> {
  cleanup()
  found({ understood: [part] })
  const { container } = show(<Results />, { path: '/services?search=x', language })
  await screen.findByRole('link', { name: 'Aulas de português' })
  return container.querySelector('.told')?.textContent ?? ''
}

describe('a day or an hour that was understood', () => {
  const at = (code: unknown, timezone?: unknown) => ({ text: 'sábado', kind: 'open_at', code, timezone })

  it.each([
    ['in winter', at('2026-11-28T10:30:00Z', 'Europe/Lisbon'), 'sábado, 28 de novembro, às 10:30 (hora de Lisboa)'],
    ['in summer', at('2026-07-04T09:30:00Z', 'Europe/Lisbon'), 'sábado, 4 de julho, às 10:30 (hora de Lisboa)'],
    ['on the Azores', at('2026-11-28T11:30:00Z', 'Atlantic/Azores'), 'sábado, 28 de novembro, às 10:30 (hora dos Açores)'],
    ['on the Azores in summer', at('2026-07-04T10:30:00Z', 'Atlantic/Azores'), 'sábado, 4 de julho, às 10:30 (hora dos Açores)'],
    [
      'on the Azores, where it is still Friday',
      at('2026-11-28T00:15:00Z', 'Atlantic/Azores'),
      'sexta-feira, 27 de novembro, às 23:15',
    ],
    ['in a zone that is not told', at('2026-11-28T10:30:00Z'), '10:30 (hora de Lisboa)'],
    ['in a zone that is none', at('2026-11-28T10:30:00Z', 'Mars/Phobos'), '10:30 (hora de Lisboa)'],
  ])('is said on the clock of the place: %s', async (_, part, words) => {
    expect(await told(part)).toContain(words)
  })

  it.each([[undefined], ['saturday'], ['2026-13-45T99:00:00Z'], ['']])('is left out where it is no moment: %s', async (code) => {
    expect(await told(at(code, 'Europe/Lisbon'))).toBe('')
  })

  it('is said in the language of the page', async () => {
    expect(await told(at('2026-11-28T11:30:00Z', 'Atlantic/Azores'), 'fr')).toMatch(
      /samedi 28 novembre, à 10:30 \(heure des Açores\)/,
    )
  })
})

describe('what was understood', () => {
  it('says no Portuguese name on a page in another language', async () => {
    expect(await told({ text: 'balcão', kind: 'synonym', name: 'balcão de apoio' }, 'fr')).toBe('')
    expect(await told({ text: 'claim', kind: 'synonym', name: 'CLAIM' }, 'fr')).toContain('CLAIM')
  })

  it('is left out where it is of a kind that is not known, and breaks nothing', async () => {
    expect(await told({ text: 'x', kind: 'oracle', code: '42' })).toBe('')
    expect(await told({ text: 'x', kind: 'need' })).toBe('')
    expect(await told({ text: 'x', kind: 'spoken', code: 'not a language!' })).toContain('not a language!')
  })
})

describe('somebody in danger', () => {
  const urgent = [{ kind: 'urgent', points: 9 }]
  const closed = aService({
    id: 'closed',
    name: 'Linha fechada',
    because: urgent,
    opening_hours: {
      basis: 'schedule',
      timezone_name: 'Europe/Lisbon',
      from: '2026-11-27',
      until: '2026-12-10',
      spans: [{ opens_at: '2026-11-27T09:00:00Z', closes_at: '2026-11-27T19:00:00Z' }],
    },
  })
  const always = aService({ id: 'always', name: 'Linha aberta', because: urgent, opening_hours: { basis: 'always' } })
  const names = () => screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)
  const shown = async () => {
    show(<Results />, { path: '/services?search=x' })
    await screen.findByText(/Há perigo\?/)
  }

  it('finds no line first that is closed now', async () => {
    found({ urgent: ['suicide'] }, closed, always)
    await shown()
    expect(names()).toEqual(['Linha aberta', 'Linha fechada'])
    expect(screen.getByText(/as linhas certas estão primeiro/)).toBeInTheDocument()
  })

  it('finds it in its place where there is no danger', async () => {
    found({}, closed, always)
    show(<Results />, { path: '/services?search=x' })
    await screen.findByRole('link', { name: 'Linha aberta' })
    expect(names()).toEqual(['Linha fechada', 'Linha aberta'])
  })

  it('is not told that the lines are first where something else is, and can call 112', async () => {
    found({ urgent: ['suicide'] }, aService({ name: 'Curso' }), always)
    await shown()
    expect(screen.queryByText(/as linhas certas estão primeiro/)).toBeNull()
    expect(screen.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112')
  })

  it('is not told so of a line that is closed, which is no longer first', async () => {
    found({ urgent: ['suicide'] }, closed, aService({ name: 'Curso' }))
    await shown()
    expect(names()).toEqual(['Curso', 'Linha fechada'])
    expect(screen.getByRole('link', { name: '112' })).toBeInTheDocument()
  })
})

describe('the copy on the device', () => {
  const page = { ...aPageOf(aService()), search: { certainty: 'sure' } }
  const from = (headers: Record<string, string>) =>
    directoryWith({
      '/services': () => new Response(JSON.stringify(page), { headers: { 'content-type': 'application/json', ...headers } }),
      '/services/facets': counts(),
      '/places': NO_PLACES,
    })

  it('says that it compares words only', async () => {
    from({ 'x-balcao-saved-at': '2026-11-26T10:00:00Z' })
    show(<Results />, { path: '/services?search=x' })
    expect(await screen.findByText(/comparamos só palavras/)).toBeInTheDocument()
  })

  it('is not spoken of where the network answered', async () => {
    from({})
    show(<Results />, { path: '/services?search=x' })
    await screen.findByRole('link', { name: 'Aulas de português' })
    expect(screen.queryByText(/comparamos só palavras/)).not.toBeInTheDocument()
  })
})
