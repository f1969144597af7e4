import { screen, within } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { axe } from 'vitest-axe'
import { aPageOf, aService, counts, directoryWith, NO_PLACES, screenOf } from '../../testing/directory'
import { show } from '../../testing/render'
import Results from './Results'

beforeEach(() => screenOf('phone'))

const UNSURE = 'Não temos a certeza do que procura'
const OUTSIDE = 'Não conhecemos aqui nenhum serviço para isto'
const HELP_FIRST = /Primeiro mostramos linhas e balcões de ajuda/
const TOPICS = [{ code: 'education', name: 'Educação' }]

function found(search: unknown, services: object[] = [aService()]) {
  directoryWith({
    '/services': { ...aPageOf(...services), search },
    '/services/facets': counts(),
    '/places': NO_PLACES,
  })
}

const shown = async (path = '/services?search=jardinagem') => {
  const screenOfPage = show(<Results />, { path })
  await screen.findByRole('link', { name: 'Aulas de português' })
  return screenOfPage
}

const doubt = () => screen.queryByRole('region', { name: 'O que procura?' })

describe('how sure the search is', () => {
  it('says nothing where it is sure', async () => {
    found({ certainty: 'sure', help_first: true, topics: TOPICS })
    await shown()
    expect(doubt()).toBeNull()
  })

  it.each([
    ['unsure', UNSURE],
    ['outside', OUTSIDE],
  ])('says so where it is %s', async (certainty, words) => {
    found({ certainty, topics: TOPICS })
    const { container } = await shown()
    expect(within(doubt() as HTMLElement).getByText(words)).toBeInTheDocument()
    expect(within(doubt() as HTMLElement).getByRole('link', { name: 'Educação' })).toBeInTheDocument()
    expect((await axe(container)).violations).toEqual([])
  })

  it.each([
    ['missing', undefined],
    ['a word of tomorrow', 'nearly'],
    ['in other letters', 'SURE'],
    ['no word', 1],
    ['null', null],
    ['a list', ['sure']],
  ])('is not taken to be sure where that is %s', async (_, certainty) => {
    found({ certainty, topics: TOPICS })
    await shown()
    expect(within(doubt() as HTMLElement).getByText(UNSURE)).toBeInTheDocument()
  })

  it.each([
    ['absent', undefined],
    ['null', null],
    ['a word', 'sure'],
    ['a list', []],
  ])('says nothing where the report is %s', async (_, report) => {
    found(report)
    await shown()
    expect(doubt()).toBeNull()
  })

  it('offers the topics that can be read, and leaves out the others', async () => {
    found({ certainty: 'unsure', topics: [{ code: 'health' }, null, 'food', { name: 'x' }, ...TOPICS, ...TOPICS] })
    await shown()
    expect(
      within(doubt() as HTMLElement)
        .getAllByRole('link')
        .map((each) => each.textContent),
    ).toEqual(['Educação'])
  })

  it('is told also where no topic is offered', async () => {
    found({ certainty: 'unsure', topics: 'none' })
    await shown()
    expect(within(doubt() as HTMLElement).getByText(UNSURE)).toBeInTheDocument()
    expect(within(doubt() as HTMLElement).queryByRole('list')).toBeNull()
  })
})

describe('a topic', () => {
  const address = () =>
    within(doubt() as HTMLElement)
      .getByRole('link', { name: 'Educação' })
      .getAttribute('href')

  it('keeps the chosen place, and not the words', async () => {
    found({ certainty: 'unsure', topics: TOPICS })
    await shown('/services?search=jardinagem&place=1106&page=2&free=true')
    expect(address()).toBe('/pt/services?need=education&place=1106')
  })

  it('keeps the place that was typed', async () => {
    found({
      certainty: 'unsure',
      topics: TOPICS,
      understood: [{ text: 'Braga', kind: 'place', code: '0303', name: 'Braga' }],
    })
    await shown('/services?search=jardinagem+Braga')
    expect(address()).toBe('/pt/services?need=education&place=0303')
  })

  it('goes on from where the device is', async () => {
    found({ certainty: 'unsure', topics: TOPICS })
    await shown('/services?search=jardinagem&near=me')
    expect(address()).toBe('/pt/services?need=education&near=me')
  })
})

describe('"first we show help lines"', () => {
  it('is said where they are first', async () => {
    found({ certainty: 'unsure', help_first: true })
    await shown()
    expect(screen.getByText(HELP_FIRST)).toBeInTheDocument()
  })

  it.each([
    ['something was found by its words', { help_first: false, understood: [{ text: 'jardinagem', kind: 'word' }] }],
    ['a need was understood with a mistake', { help_first: false, understood: [{ text: 'habitasão', kind: 'need', name: 'H' }] }],
    ['the answer does not say what is first', {}],
    ['the answer says it in no way that is known', { help_first: 'yes' }],
  ])('is not said where %s', async (_, report) => {
    found({ certainty: 'unsure', ...report })
    await shown()
    expect(screen.queryByText(HELP_FIRST)).toBeNull()
    expect(screen.getByText(/Escolha um tema, ou ligue e pergunte/)).toBeInTheDocument()
  })

  it('is not said above an empty list, which offers every topic instead', async () => {
    found({ certainty: 'unsure', help_first: true, topics: TOPICS }, [])
    show(<Results />, { path: '/services?search=xyz&place=1106' })
    const topics = await screen.findByRole('list', { name: 'Temas' })
    expect(screen.queryByText(HELP_FIRST)).toBeNull()
    const links = within(topics).getAllByRole('link')
    expect(links[0]).toHaveTextContent('Educação')
    expect(links.filter((each) => each.textContent === 'Educação')).toHaveLength(1)
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) expect(link.getAttribute('href')).toMatch(/&place=1106$/)
  })
})

it('a count that is no number offers nothing to be loosened by', async () => {
  found(
    {
      certainty: 'sure',
      nearest: [
        { without: 'free', total: 'many' },
        { without: 'place', total: 7 },
      ],
    },
    [],
  )
  show(<Results />, { path: '/services?search=xyz&free=true&place=1106' })
  expect(await screen.findByText(/7 serviços/)).toBeInTheDocument()
  expect(screen.queryByText(/NaN/)).toBeNull()
  expect(screen.queryByRole('link', { name: 'Sem «Grátis»' })).toBeNull()
})
