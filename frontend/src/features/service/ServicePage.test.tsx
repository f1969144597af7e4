import { screen, waitFor, within } from '@testing-library/preact'
import { Route } from 'wouter'
import { describe, expect, it } from 'vitest'
import type { PageLanguage } from '../../i18n/languages'
import { aService, directoryWith } from '../../testing/directory'
import { show } from '../../testing/render'
import ServicePage from './ServicePage'

const opened = async (more: object, language: PageLanguage = 'pt') => {
  directoryWith({ '/services/s1': aService(more) })
  show(
    <Route path="/services/:id">
      <ServicePage />
    </Route>,
    { path: '/services/s1', language },
  )
  return screen.findByRole('heading', { level: 1 })
}

const part = (name: string) => within(screen.getByRole('region', { name }))

describe('the page of a service', () => {
  it('has its name as heading and title, and the organization as the way on', async () => {
    expect(await opened({})).toHaveTextContent('Aulas de português')
    await waitFor(() => expect(document.title).toBe('Aulas de português · Balcão'))
    expect(screen.getByRole('link', { name: 'Casa Aberta' })).toHaveAttribute('href', '/pt/organizations/o1')
  })

  it('of a service for victims does not put its name into the title', async () => {
    expect(await opened({ needs: [{ id: 'n1', code: 'violence.domestic', name: 'Violência' }] })).toHaveTextContent(
      'Aulas de português',
    )
    expect(document.title).toBe('Balcão')
  })

  it('says who may refer in the language that it is in', async () => {
    await opened({
      access: { modes: ['referral'], by_appointment_only: false, who_may_refer: ['الضمان الاجتماعي'] },
      localized: { who_may_refer: { language: 'ar', origin: 'machine', reviewed: false, stale: false } },
    })
    expect(screen.getByText('الضمان الاجتماعي')).toHaveAttribute('lang', 'ar')
  })

  it('says the Portuguese name too, to show at the counter', async () => {
    await opened({ name: 'مأوى', source_name: 'Centro de acolhimento' })
    expect(screen.getByText('Centro de acolhimento')).toHaveAttribute('lang', 'pt')
  })

  it('marks a name in another language as being in it', async () => {
    await opened({ name: 'مأوى', localized: { name: { language: 'ar', origin: 'human', reviewed: true, stale: false } } })
    expect(screen.getByText('مأوى', { selector: 'h1 bdi' })).toHaveAttribute('lang', 'ar')
    expect(screen.getByText('مأوى', { selector: 'h1 bdi' })).toHaveAttribute('dir', 'rtl')
  })

  it('says at the top that a service is gone, and does not say that it is open', async () => {
    await opened({ status: 'inactive', opening_hours: { basis: 'always' }, alert: 'Substituído pela Loja AIMA.' })
    expect(screen.getByText('Este serviço já não existe')).toBeInTheDocument()
    expect(screen.getByText('Substituído pela Loja AIMA.')).toBeInTheDocument()
    expect(screen.queryByText(/Aberto/)).toBeNull()
  })

  it('warns before a person goes where nobody has confirmed', async () => {
    await opened({ confidence: 'low' })
    expect(screen.getByText('Ligue ou escreva antes de ir.')).toBeInTheDocument()
  })

  it('tells how to get in, who may refer, what to bring and what it costs', async () => {
    await opened({
      access: { modes: ['walk_in', 'referral'], by_appointment_only: false, who_may_refer: ['AIMA'] },
      required_documents: [{ id: 'd', document: 'Passaporte' }],
      free: true,
      fees_description: 'Free',
    })
    expect(
      part('Como ter acesso')
        .getAllByRole('listitem')
        .map((each) => each.textContent),
    ).toEqual(['Pode ir sem marcação', 'É preciso que outro serviço o encaminhe', 'AIMA'])
    expect(part('O que levar').getByText('Passaporte')).toBeInTheDocument()
    expect(part('Quanto custa').queryByText('Free')).toBeNull()
  })

  it('says nothing where nothing is known', async () => {
    await opened({})
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual(['De onde vem esta informação'])
  })

  const at = (location: object) => ({ service_at_locations: [{ id: 'x', location: { id: 'loc', name: 'Casa', ...location } }] })

  it('leads to a map of the street only when touched: it is an ordinary link', async () => {
    await opened(at({ address_visibility: 'full', addresses: [{ address_1: 'Rua A 1', city: 'Lisboa' }] }))
    expect(part('Onde').getByRole('link', { name: /Como chegar/ })).toHaveAttribute(
      'href',
      'https://www.openstreetmap.org/search?query=Rua%20A%201%2C%20Lisboa%2C%20Portugal',
    )
  })

  it.each(['town', 'parish'])('draws no pin where only the %s is known, and says that it is an area', async (precision) => {
    const middle = { name: 'Balcão', latitude: 41.5, longitude: -8.4, position_precision: precision }
    await opened(at({ address_visibility: 'full', municipality: 'Braga', ...middle }))
    expect(part('Onde').queryByRole('link', { name: /Como chegar/ })).toBeNull()
    expect(part('Onde').getByText('Braga.')).toBeInTheDocument()
    expect(part('Onde').getByText(/Sabemos só a zona, não a porta/)).toBeInTheDocument()
  })

  it('leads to the street where its middle is known', async () => {
    await opened(at({ address_visibility: 'full', latitude: 41.5, longitude: -8.4, position_precision: 'street' }))
    expect(part('Onde').getByRole('link', { name: /Como chegar/ })).toHaveAttribute('href', expect.stringContaining('41.5'))
    expect(part('Onde').queryByText(/Sabemos só a zona/)).toBeNull()
  })

  it('says that nobody knows a contact, and whom to ask instead', async () => {
    await opened({
      contact_phone: undefined,
      contact_status: 'none',
      call_instead: { service_id: 'a', name: 'Centro de Contacto AIMA', number: '+351 217 115 000', uri: 'tel:+351217115000' },
    })
    expect(screen.getByText('Não conhecemos nenhum contacto deste serviço.')).toBeInTheDocument()
    expect(screen.getByText('Centro de Contacto AIMA', { selector: 'p > bdi' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Centro de Contacto AIMA: +351 217 115 000' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /217 115 000/ })).toHaveAttribute('href', 'tel:+351217115000')
  })

  it('shows hours in words, with their days, where no rule could be made of them', async () => {
    const notes = { description: '1.ª e 3.ª semana do mês', notes: '09:00–12:30', localized: {} }
    await opened({
      opening_hours: { basis: 'unknown', words: [{ byday: 'TU,TH', url: 'https://exemplo.pt/horario', ...notes }] },
    })
    const hours = part('Horário').getByRole('listitem')
    expect(hours).toHaveTextContent('terça-feira, quinta-feira: 09:00–12:30 · 1.ª e 3.ª semana do mês')
    expect(within(hours).getByRole('link', { name: /Ver o horário/ })).toHaveAttribute('href', 'https://exemplo.pt/horario')
  })

  it('dates a listing by its newest source, as exactly as that is dated', async () => {
    await opened({
      freshness: 'ageing',
      sources_as_of: '2021-04',
      last_modified: '2026-11-27T08:00:00Z',
      sources: [{ url: 'https://exemplo.pt/', source_date: '2021-04' }],
    })
    expect(screen.getByText('Informação de abril de 2021')).toBeInTheDocument()
    expect(part('De onde vem esta informação').getByText(/A fonte mais recente é de abril de 2021/)).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent('27 de novembro de 2026')
  })

  it('gives away nothing of a hidden door', async () => {
    await opened(
      at({
        address_visibility: 'hidden',
        latitude: 38.7,
        longitude: -9.1,
        addresses: [{ address_1: 'Rua A 1', city: 'Lisboa' }],
      }),
    )
    expect(part('Onde').getByText(/A morada não é pública/)).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent('Rua A 1')
    expect(part('Onde').queryByRole('link', { name: /Como chegar/ })).toBeNull()
  })

  it('shows the number of the organization when the service has none', async () => {
    await opened({ contact_phone: undefined, organization: { id: 'o1', name: 'Casa Aberta', phones: [{ number: '210000001' }] } })
    expect(screen.getByText('Telefone da organização')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /210000001/ })).toBeInTheDocument()
  })

  it('writes to a number for messages rather than calling it', async () => {
    await opened({ phones: [{ number: '3060', type: 'sms' }] })
    expect(screen.getByRole('link', { name: /3060/ })).toHaveAttribute('href', 'sms:3060')
  })

  it('offers WhatsApp only for a number said to be there', async () => {
    await opened({ phones: [{ number: '910 000 000', type: 'voice' }] })
    expect(screen.queryByRole('link', { name: /WhatsApp/ })).toBeNull()
  })

  it('names its sources and says that nobody has rung them', async () => {
    await opened({ sources: [{ url: 'https://apav.pt/x', source_date: '2023-07' }] })
    expect(part('De onde vem esta informação').getByRole('link', { name: /apav\.pt/ })).toBeInTheDocument()
    expect(screen.getByText(/Ainda ninguém a verificou/)).toBeInTheDocument()
  })

  it('says so when there is no such service', async () => {
    directoryWith({})
    show(
      <Route path="/services/:id">
        <ServicePage />
      </Route>,
      { path: '/services/none' },
    )
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Esta página não existe')
  })
})
