import { act, fireEvent, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Suggestion } from '../../model/search'
import { show } from '../../testing/render'
import { SuggestingInput } from './SuggestingInput'

const CLASSES: Suggestion = { kind: 'need', key: 'portuguese', name: 'Aprender português' }
const PORTO: Suggestion = { kind: 'place', key: '1312', name: 'Porto', level: 'municipality', language: 'pt' }

afterEach(() => void vi.useRealTimers())

function box(suggest: (typed: string) => Promise<Suggestion[]> = async () => [CLASSES, PORTO]) {
  const onChoose = vi.fn()
  const asked = vi.fn(suggest)
  function Box() {
    const [words, setWords] = useState('')
    return <SuggestingInput id="words" value={words} onChange={setWords} suggest={asked} onChoose={onChoose} />
  }
  show(<Box />)
  return { onChoose, asked, input: screen.getByRole('combobox'), user: userEvent.setup() }
}
const active = () =>
  document.getElementById(screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '')?.textContent

/** Types on a clock that stands still, and lets it go on when the fingers rest. */
async function typed(...words: string[]) {
  for (const value of words) fireEvent.input(screen.getByRole('combobox'), { target: { value } })
  await act(async () => void (await vi.runAllTimersAsync()))
}

it('asks once the fingers rest, and not for each letter', async () => {
  vi.useFakeTimers()
  const { asked } = box()
  await typed('au', 'aul')
  expect(asked.mock.calls.map(([words]) => words)).toEqual(['aul'])
  expect(screen.getAllByRole('option')).toHaveLength(2)
})

it('asks nothing of one letter', async () => {
  vi.useFakeTimers()
  const { asked } = box()
  await typed('a')
  expect(asked).not.toHaveBeenCalled()
  await typed('au')
  expect(asked).toHaveBeenCalledOnce()
})

it('says how many it offers, and what each is', async () => {
  const { input, user } = box()
  await user.type(input, 'po')
  expect(await screen.findByRole('option', { name: /Porto.*Município/ })).toBeInTheDocument()
  expect(screen.getByRole('option', { name: /Aprender português.*Tema/ })).toBeInTheDocument()
  expect(screen.getByRole('status')).toHaveTextContent('2 sugestões')
  expect(input).toHaveAttribute('aria-expanded', 'true')
})

it('goes through what it offers with the arrows, round both ends, while the focus stays in the box', async () => {
  const { input, user } = box()
  await user.type(input, 'po')
  await screen.findAllByRole('option')
  const ways: (string | undefined)[] = []
  for (const key of ['{ArrowDown}', '{ArrowDown}', '{ArrowDown}', '{ArrowUp}']) {
    await user.keyboard(key)
    ways.push(active() ?? undefined)
  }
  expect(ways.map((each) => each?.slice(0, 5))).toEqual(['Apren', 'Porto', 'Apren', 'Porto'])
  expect(input).toHaveFocus()
})

it('takes what the arrows stand on with Enter', async () => {
  const { input, user, onChoose } = box()
  await user.type(input, 'po')
  await screen.findAllByRole('option')
  await user.keyboard('{ArrowUp}{Enter}')
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(PORTO)
  expect(screen.queryAllByRole('option')).toEqual([])
})

it('takes what is touched', async () => {
  const { input, user, onChoose } = box()
  await user.type(input, 'po')
  await user.click(await screen.findByRole('option', { name: /Aprender/ }))
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(CLASSES)
})

it('leaves Enter to the form where the arrows stand on nothing', async () => {
  const { input, user, onChoose } = box()
  const pressed: boolean[] = []
  const note = (event: KeyboardEvent) => event.key === 'Enter' && pressed.push(event.defaultPrevented)
  document.addEventListener('keydown', note)
  await user.type(input, 'po')
  await screen.findAllByRole('option')
  await user.keyboard('{Enter}')
  document.removeEventListener('keydown', note)
  expect(pressed).toEqual([false])
  expect(onChoose).not.toHaveBeenCalled()
})

it.each(['{Escape}', '{Tab}'])('offers nothing any more after %s', async (key) => {
  const { input, user } = box()
  await user.type(input, 'po')
  await screen.findAllByRole('option')
  await user.keyboard(key)
  await waitFor(() => expect(input).toHaveAttribute('aria-expanded', 'false'))
  expect(input).toHaveValue('po')
})

it('stays a box for words where nobody answers', async () => {
  const { asked, input, user } = box(async () => {
    throw new TypeError('Failed to fetch')
  })
  await user.type(input, 'po')
  await waitFor(() => expect(asked).toHaveBeenCalled())
  expect(input).toHaveAttribute('aria-expanded', 'false')
  expect(input).toHaveValue('po')
})
