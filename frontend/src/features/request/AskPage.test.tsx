import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Route } from 'wouter'
import { aService } from '../../testing/directory'
import { show } from '../../testing/render'
import AskPage from './AskPage'
import { takeCode } from './carriedCode'
import MyRequestPage from './MyRequestPage'

const CODE = 'ABCD-EFGH-JKMN-PQRS'
const TAKEN = { status: 201, body: { referral: { id: 'r1' }, code: CODE } }
const conflict = (field: string) => ({ status: 409, body: { title: 'no', errors: [{ field, detail: 'x' }] } })
const DOUBLE = conflict('/person/contact')

type Answer = { status: number; body: object } | 'lost' | 'broken' | 'unreadable'

interface Asked {
  key: string
  body: { another_person?: boolean; languages: string[]; interpreter: boolean; person: { contact?: string; note?: string } }
}

/** Stands in for the API: a request is answered with the next of the answers; how each was asked is noted. */
function server(...answers: Answer[]): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const { pathname } = new URL(address, 'https://balcao.test')
    if (pathname === '/api/services/s1') return new Response(JSON.stringify(aService()))
    if (pathname === '/api/my-referral/agreement-text') {
      return new Response(
        JSON.stringify({ id: 'referral', version: '1', language: 'pt', reviewed: true, brief: 'Resumo', notice: 'Tudo' }),
      )
    }
    asked.push({
      key: new Headers(init?.headers).get('idempotency-key') ?? '',
      body: JSON.parse(String(init?.body)) as Asked['body'],
    })
    const answer = answers[asked.length - 1]
    if (answer === undefined) throw new Error('asked more often than the test answers')
    if (answer === 'lost') throw new TypeError('Failed to fetch')
    if (answer === 'unreadable') return new Response('<html>Entre na rede', { status: 200 })
    if (answer === 'broken') {
      return new Response(new ReadableStream({ start: (body) => body.error(new TypeError('terminated')) }), { status: 201 })
    }
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  })
  return asked
}

afterEach(() => void vi.unstubAllGlobals())

const write = (label: string | RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const choose = (label: string, value: string) => userEvent.selectOptions(screen.getByLabelText(label), value)
const press = async (name: string) => {
  await waitFor(() => expect(screen.getByRole('button', { name })).toBeEnabled())
  fireEvent.click(screen.getByRole('button', { name }))
}
const send = () => press('Enviar o pedido')
const code = () => screen.findByText(CODE)

async function filledIn(contact = '+351912345678') {
  show(
    <>
      <Route path="/ask/:id">
        <AskPage />
      </Route>
      <Route path="/my-request">
        <MyRequestPage />
      </Route>
    </>,
    { path: '/ask/s1' },
  )
  fireEvent.input(await screen.findByLabelText('Como quer ser chamado?'), { target: { value: 'Olena' } })
  await choose('Que idade tem?', '30-64')
  write('Número de telefone', contact)
  fireEvent.click(screen.getByLabelText('Concordo que o pedido vá para este serviço'))
}

describe('a request whose answer was lost', () => {
  it.each(['lost', 'broken', { status: 503, body: {} }, 'unreadable'] as const)(
    'is asked again with the same key and gives the code: %s',
    async (first) => {
      const asked = server(first, TAKEN)
      await filledIn()
      await send()
      await press('Tentar outra vez')
      await code()
      expect(asked).toHaveLength(2)
      expect(asked[1]).toEqual(asked[0])
      expect(asked[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
    },
  )

  it('has another key once it says something else', async () => {
    const asked = server('lost', TAKEN)
    await filledIn()
    await send()
    await screen.findByRole('button', { name: 'Tentar outra vez' })
    write(/acrescentar/, 'Bom dia')
    await waitFor(() => expect(screen.getByLabelText(/acrescentar/)).toHaveValue('Bom dia'))
    await send()
    await code()
    expect(asked[1]?.body.person.note).toBe('Bom dia')
    expect(asked[1]?.key).not.toBe(asked[0]?.key)
  })

  it('is found again where it stands in the way of the next', async () => {
    const asked = server('lost', DOUBLE, TAKEN)
    await filledIn()
    await send()
    await screen.findByRole('button', { name: 'Tentar outra vez' })
    write(/acrescentar/, 'Bom dia')
    await waitFor(() => expect(screen.getByLabelText(/acrescentar/)).toHaveValue('Bom dia'))
    await send()
    await code()
    expect(asked[2]).toEqual(asked[0])
    expect(screen.getByText(/vale o que escreveu nessa altura/)).toBeInTheDocument()
  })

  it('is not sent again to a number that was put right', async () => {
    const asked = server('lost', DOUBLE)
    await filledIn('+351912345677')
    await send()
    await screen.findByRole('button', { name: 'Tentar outra vez' })
    write('Número de telefone', '+351912345678')
    await send()
    await screen.findByText(/Não dizemos de quem é/)
    expect(asked).toHaveLength(2)
  })

  it('asks with a new key after the code cannot be given again', async () => {
    const asked = server('lost', conflict('Idempotency-Key'), TAKEN)
    await filledIn()
    await send()
    await press('Tentar outra vez')
    await screen.findByText(/o código já não se pode mostrar/)
    await send()
    await code()
    expect(asked[2]?.key).not.toBe(asked[1]?.key)
  })
})

describe('a fault', () => {
  it('of the server is not called a lack of connection', async () => {
    server({ status: 500, body: {} })
    await filledIn()
    await send()
    expect(await screen.findByText(/O problema é nosso, não da sua ligação/)).toBeInTheDocument()
    expect(screen.queryByText(/não há ligação/)).toBeNull()
  })

  it('of the connection is called so', async () => {
    server('lost')
    await filledIn()
    await send()
    expect(await screen.findByText(/não há ligação/)).toBeInTheDocument()
  })
})

describe('an open request with the same number', () => {
  it('leaves ways out: the code, another of the family, another number', async () => {
    const asked = server(DOUBLE, TAKEN)
    await filledIn()
    expect(screen.queryByLabelText(/outra pessoa da minha família/)).toBeNull()
    await send()
    const notice = (await screen.findByText(/Não dizemos de quem é/)).closest('.notice') as HTMLElement
    expect(within(notice).getByRole('link', { name: 'Ver ou apagar com o código' })).toHaveAttribute('href', '/pt/my-request')
    expect(within(notice).getByText('usar outro número ou endereço.')).toBeInTheDocument()
    expect(screen.getByLabelText('Número de telefone')).toHaveAccessibleDescription(/Já há um pedido aberto com este contacto/)
    fireEvent.click(screen.getByLabelText(/outra pessoa da minha família/))
    await send()
    await code()
    expect(asked.map(({ body }) => body.another_person)).toEqual([undefined, true])
  })
})

describe('the code', () => {
  it('is carried to the page of the request in memory, once', async () => {
    server(TAKEN)
    await filledIn()
    await send()
    await code()
    fireEvent.click(screen.getByRole('link', { name: 'Ver o meu pedido' }))
    expect(await screen.findByLabelText('O código do seu pedido')).toHaveValue(CODE)
    expect(takeCode()).toBe('')
    expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state, location.href])).not.toContain('ABCD')
  })

  it('is not filled in for who comes by another way', () => {
    show(<MyRequestPage />, { path: '/my-request' })
    expect(screen.getByLabelText('O código do seu pedido')).toHaveValue('')
  })

  it('is copied, and sent without a word of the service', async () => {
    const copied = vi.fn(async () => {})
    const shared = vi.fn(async () => {})
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: copied }, share: shared })
    server(TAKEN)
    await filledIn()
    await send()
    await code()
    fireEvent.click(screen.getByRole('button', { name: 'Copiar o código' }))
    expect(await screen.findByText('Código copiado')).toBeInTheDocument()
    expect(copied).toHaveBeenCalledWith(CODE)
    fireEvent.click(screen.getByRole('button', { name: 'Enviar o código para mim' }))
    expect(shared).toHaveBeenCalledWith({ text: `${CODE}\nhttps://balcao.test/pt/my-request` })
  })

  it('is not offered to be sent where the device cannot', async () => {
    server(TAKEN)
    await filledIn()
    await send()
    await code()
    expect(screen.queryByRole('button', { name: 'Enviar o código para mim' })).toBeNull()
  })
})

describe('an interpreter', () => {
  it('is asked for in a language that the person chooses', async () => {
    const asked = server(TAKEN)
    await filledIn()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Enviar o pedido' })).toBeEnabled())
    fireEvent.click(screen.getByLabelText('Preciso de intérprete'))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Enviar o pedido' })).toBeDisabled())
    await choose('Em que língua quer falar?', 'ti')
    await send()
    await code()
    expect(asked[0]?.body).toMatchObject({ interpreter: true, languages: ['ti', 'pt'] })
  })
})
