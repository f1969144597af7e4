import { act, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aPageOf, aService, counts, directoryWith, NO_PLACES, screenOf } from '../../testing/directory'
import { numberOfTyped } from '../../model/typedWords'
import { show } from '../../testing/render'
import { forgetHere } from '../shared/useHere'
import Results from './Results'

const NEEDS = [
  { id: 'n1', code: 'housing', name: 'Habitação', count: 9 },
  { id: 'n2', code: 'housing.emergency', name: 'Alojamento de emergência', parent_id: 'n1', count: 3 },
  { id: 'n3', code: 'food', name: 'Alimentação', count: 4 },
]

beforeEach(() => screenOf('phone'))

const services = (...found: object[]) => ({
  '/services': aPageOf(...found),
  '/services/facets': counts({ needs: NEEDS }),
  '/places': NO_PLACES,
})

describe('the list of what was found', () => {
  it('says how many there are and lets a person call from the list', async () => {
    directoryWith(services(aService()))
    show(<Results />, { path: '/services?search=aulas' })
    expect(await screen.findByRole('link', { name: 'Aulas de português' })).toHaveAttribute('href', '/pt/services/s1')
    expect(screen.getByRole('link', { name: /210 000 000/ })).toHaveAttribute('href', 'tel:+351210000000')
    expect(screen.getAllByRole('status').map((each) => each.textContent)).toContain('1 serviço')
    await waitFor(() => expect(document.title).toBe('O que encontrámos · Balcão'))
  })

  it('asks in the words of the address bar', async () => {
    const { asked } = directoryWith(services(aService()))
    show(<Results />, { path: '/services?need=housing&open=now&page=2', language: 'pt' })
    await screen.findByRole('link', { name: 'Aulas de português' })
    const list = asked.find((each) => each.path === '/api/services')?.params
    expect([list?.get('taxonomy_term_id'), list?.get('open_at'), list?.get('page'), list?.get('status')]).toEqual([
      'housing',
      'now',
      '2',
      'active',
    ])
  })

  it('posts where the device is, and writes it into no address', async () => {
    vi.stubGlobal('navigator', {
      ...navigator,
      geolocation: {
        getCurrentPosition: (found: PositionCallback) =>
          found({ coords: { latitude: 38.722252, longitude: -9.139337 } } as GeolocationPosition),
      },
    })
    const { asked } = directoryWith(services(aService({ distance_m: 1234 })))
    const { history } = show(<Results />, { path: '/services?need=housing' })
    await userEvent.click(await screen.findByRole('button', { name: 'Perto de mim' }))
    expect(await screen.findByText(/Primeiro os mais perto/)).toBeInTheDocument()
    const near = await waitFor(() => {
      const found = asked.find((each) => each.posted !== undefined)
      if (!found) throw new Error('nothing was posted')
      return found
    })
    expect(near.posted?.toString()).toBe('lat=38.722&lon=-9.139')
    expect(near.params.get('sort')).toBe('distance')
    expect([...asked.map((each) => each.params.toString()), ...history].join(' ')).not.toMatch(/38|lat=/)
    act(() => forgetHere())
  })

  it('says so when the device does not tell where it is', async () => {
    vi.stubGlobal('navigator', {
      ...navigator,
      geolocation: {
        getCurrentPosition: (_: PositionCallback, failed: PositionErrorCallback) =>
          failed({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError),
      },
    })
    directoryWith(services(aService()))
    show(<Results />, { path: '/services' })
    await userEvent.click(await screen.findByRole('button', { name: 'Perto de mim' }))
    expect(await screen.findByText(/não diz onde está/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Aulas de português' })).toBeInTheDocument()
    act(() => forgetHere())
  })

  it('marks what was not checked for more than a year', async () => {
    directoryWith(services(aService({ assured_date: '2020-01-31' })))
    show(<Results />, { path: '/services' })
    expect(await screen.findByText('Verificado há mais de um ano')).toBeInTheDocument()
  })

  it('marks what nobody confirmed for half a year', async () => {
    directoryWith(services(aService({ freshness: 'ageing' })))
    show(<Results />, { path: '/services' })
    expect(await screen.findByText('Sem confirmação há mais de meio ano')).toBeInTheDocument()
  })

  it('marks what is not confirmed, and says nothing of what is not known', async () => {
    directoryWith(services(aService({ confidence: 'low' })))
    show(<Results />, { path: '/services' })
    expect(await screen.findByText('Não confirmado')).toBeInTheDocument()
    expect(screen.queryByText('Grátis')).toBeNull()
  })

  it('tells on the card of when the information is, and that no contact is known', async () => {
    const instead = { service_id: 'a', name: 'Centro de Contacto AIMA', number: '217 115 000', uri: 'tel:+351217115000' }
    const alone = { contact_phone: undefined, contact_status: 'none', call_instead: instead }
    directoryWith(services(aService({ freshness: 'ageing', sources_as_of: '2013', ...alone })))
    show(<Results />, { path: '/services' })
    expect(await screen.findByText('Informação de 2013')).toBeInTheDocument()
    expect(screen.getByText('Não conhecemos nenhum contacto deste serviço.')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /217 115 000/ })).toHaveAttribute('href', 'tel:+351217115000')
  })

  it('narrows a need by the needs within it', async () => {
    directoryWith(services(aService()))
    const { history } = show(<Results />, { path: '/services?need=housing&free=true' })
    const chips = await screen.findByRole('navigation', { name: 'O que procura' })
    expect(
      within(chips)
        .getAllByRole('link')
        .map((each) => each.textContent),
    ).toEqual(['HabitaçãoRetirar', 'Alojamento de emergência3'])
    await userEvent.click(within(chips).getByRole('link', { name: /Alojamento/ }))
    expect(history.at(-1)).toBe('/pt/services?need=housing.emergency&free=true')
  })
})

describe('topics on a phone', () => {
  it('are in one row that scrolls sideways, also where words were typed', async () => {
    directoryWith(services(aService()))
    show(<Results />, { path: '/services?search=casa' })
    expect((await screen.findByRole('link', { name: /Habitação/ })).closest('.results-bar')).not.toBeNull()
  })
})

describe('a need that nothing found has', () => {
  it('still has its name, and can be given up', async () => {
    directoryWith({
      ...services(),
      '/services/facets': (params) => counts({ needs: params.has('place') ? [] : NEEDS }),
    })
    show(<Results />, { path: '/services?need=housing.emergency&place=1106' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Alojamento de emergência' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Sem «Alojamento de emergência»' })).toHaveAttribute(
      'href',
      '/pt/services?place=1106',
    )
  })
})

describe('filters', () => {
  it('stand beside the list on a desk and go into the address', async () => {
    screenOf('desk')
    directoryWith(services(aService()))
    const { history } = show(<Results />, { path: '/services?search=sopa&page=3' })
    await userEvent.click(await screen.findByRole('checkbox', { name: /Aberto agora/ }))
    expect(history.at(-1)).toBe(`/pt/services?words=${numberOfTyped('sopa')}&open=now`)
  })

  it('counts the unknown beside what is open now', async () => {
    screenOf('desk')
    directoryWith({
      ...services(aService()),
      '/services/facets': counts({ open_now: { count: 3 }, hours_unknown: { count: 60 } }),
    })
    show(<Results />, { path: '/services' })
    expect(await screen.findByRole('checkbox', { name: 'Aberto agora (3; 60 com horário por saber)' })).toBeInTheDocument()
  })

  it('are a sheet on a phone, opened by a button', async () => {
    directoryWith(services(aService()))
    show(<Results />, { path: '/services?free=true' })
    expect(screen.queryByRole('checkbox', { name: /Grátis/ })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Filtros 1' }))
    expect(await screen.findByRole('checkbox', { name: /Grátis/ })).toBeChecked()
  })

  it('offer a municipality once the district is chosen, also when the address names the municipality', async () => {
    screenOf('desk')
    const lisboa = { id: 'd', level: 'district', code: '11', name: 'Lisboa', services_count: 3 }
    const sintra = {
      id: 'm',
      level: 'municipality',
      code: '1111',
      name: 'Sintra',
      parent_code: '11',
      parent_name: 'Lisboa',
      services_count: 1,
    }
    directoryWith({
      ...services(aService()),
      '/places': (params) => aPageOf(...(params.has('parent_code') ? [sintra] : [lisboa, sintra])),
      '/places/1111': sintra,
    })
    const { history } = show(<Results />, { path: '/services?place=1111' })
    const municipality = await screen.findByRole('combobox', { name: 'Município' })
    await waitFor(() => expect(municipality).toHaveValue('1111'))
    expect(screen.getByRole('combobox', { name: 'Distrito ou região' })).toHaveValue('11')
    await userEvent.selectOptions(municipality, '')
    expect(history.at(-1)).toBe('/pt/services?place=11')
  })
})

describe('a search that finds nothing', () => {
  it('offers to drop each filter, and the help line as the directory has it', async () => {
    const line = aService({ id: 'aima', name: 'Centro de Contacto AIMA', contact_phone: { number: '+351 217 115 000' } })
    directoryWith({
      ...services(),
      '/services': (params) => (params.get('search') === 'Centro de Contacto AIMA' ? aPageOf(line) : aPageOf()),
    })
    show(<Results />, { path: '/services?search=xyz&need=food&open=now' })
    expect(await screen.findByRole('link', { name: 'Sem «Aberto agora»' })).toHaveAttribute(
      'href',
      `/pt/services?words=${numberOfTyped('xyz')}&need=food`,
    )
    expect(screen.getByRole('link', { name: 'Sem «Alimentação»' })).toHaveAttribute(
      'href',
      `/pt/services?words=${numberOfTyped('xyz')}&open=now`,
    )
    expect(screen.getByRole('link', { name: 'Sem «xyz»' })).toHaveAttribute('href', '/pt/services?need=food&open=now')
    expect(await screen.findByRole('link', { name: /217 115 000/ })).toHaveAttribute('href', 'tel:+351217115000')
  })
})

describe('when the list cannot be had', () => {
  it('says that there is no network, and tries again', async () => {
    directoryWith(null)
    show(<Results />, { path: '/services' })
    const again = await screen.findByRole('button', { name: 'Tentar outra vez' })
    expect(screen.getByRole('heading', { name: 'Sem ligação à internet' })).toBeInTheDocument()
    directoryWith(services(aService()))
    await userEvent.click(again)
    expect(await screen.findByRole('link', { name: 'Aulas de português' })).toBeInTheDocument()
  })

  it('shows a saved copy as such', async () => {
    directoryWith({
      ...services(),
      '/services': () =>
        new Response(JSON.stringify(aPageOf(aService())), { headers: { 'x-balcao-saved-at': '2026-11-20T10:00:00Z' } }),
    })
    show(<Results />, { path: '/services' })
    expect(await screen.findByText(/Cópia guardada/)).toHaveTextContent('20 de novembro de 2026')
  })

  it('says that it failed when the address was refused', async () => {
    directoryWith({ ...services(), '/services': () => new Response('{"title":"Invalid"}', { status: 400 }) })
    show(<Results />, { path: '/services?place=zz' })
    expect(await screen.findByRole('alert')).toBeInTheDocument()
  })
})
