import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '../testing/render'
import { dial, Phone } from './Phone'

it.each([
  ['217 115 000', 'tel:+351217115000'],
  ['+351 217 115 000', 'tel:+351217115000'],
  ['00351 217115000', 'tel:+351217115000'],
  ['112', 'tel:112'],
  ['116 111', 'tel:116111'],
  ['3060', 'tel:3060'],
])('dials %s as %s', (number, uri) => expect(dial(number)).toBe(uri))

it('reads a number from left to right on an Arabic page', () => {
  show(<Phone number="217 115 000" />, { language: 'ar' })
  expect(screen.getByText('217 115 000')).toHaveAttribute('dir', 'ltr')
  expect(screen.getByRole('link')).toHaveAttribute('href', 'tel:+351217115000')
})
