import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '../../testing/render'
import { dial } from './dial'
import { Phone, WhatsApp } from './Phone'

it.each([
  ['217 115 000', 'tel:+351217115000'],
  ['+351 217 115 000', 'tel:+351217115000'],
  ['00351 217115000', 'tel:+351217115000'],
  ['112', 'tel:112'],
  ['116 111', 'tel:116111'],
  ['3060', 'tel:3060'],
  ['+351 (0)21 384 7020', 'tel:+351213847020'],
  ['213 847 020/1/2', 'tel:+351213847020'],
  ['213847020 / 218314372', 'tel:+351213847020'],
  ['213 847 020 (chamada para a rede fixa nacional)', 'tel:+351213847020'],
  ['213847020 ext. 12', 'tel:+351213847020;ext=12'],
  ['\u202a+351\u00a0213847020\u202c', 'tel:+351213847020'],
])('dials %s as %s', (number, uri) => expect(dial(number)).toBe(uri))

it('shows and dials an extension', () => {
  show(<Phone number="213 847 020" whom="Balcão de teste" extension="12" />)
  expect(screen.getByRole('link')).toHaveAttribute('href', 'tel:+351213847020;ext=12')
  expect(screen.getByRole('link')).toHaveTextContent('extensão 12')
})

it('says whom a number reaches to whoever hears links without what stands around them', () => {
  show(<Phone number="217 115 000" whom="AIMA" />)
  expect(screen.getByRole('link', { name: 'AIMA: 217 115 000' })).toBeInTheDocument()
  show(<WhatsApp number="217 115 000" whom="AIMA" />)
  expect(screen.getByRole('link', { name: 'AIMA: WhatsApp 217 115 000' })).toBeInTheDocument()
})

it('reads a number from left to right on an Arabic page', () => {
  show(<Phone number="217 115 000" whom="AIMA" />, { language: 'ar' })
  expect(screen.getByText('217 115 000')).toHaveAttribute('dir', 'ltr')
  expect(screen.getByRole('link')).toHaveAttribute('href', 'tel:+351217115000')
})
