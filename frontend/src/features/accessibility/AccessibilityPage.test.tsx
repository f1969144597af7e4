import { screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { show } from '../../testing/render'
import AccessibilityPage from './AccessibilityPage'
import { LAWS } from './laws'

const sectionCalled = (name: string) => within(screen.getByRole('region', { name }))

it('says how far the page conforms, when that was looked at, by what, and that nobody has tried it', () => {
  show(<AccessibilityPage />, { path: '/accessibility' })
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Declaração de acessibilidade')
  expect(sectionCalled('Estado de conformidade').getByText(/parcialmente conformes/)).toBeInTheDocument()
  const how = sectionCalled('Como se avaliou')
  expect(how.getByText(/28 de novembro de 2026/)).toBeInTheDocument()
  expect(how.getByText(/axe e QualWeb/)).toBeInTheDocument()
  expect(how.getByText(/Nenhuma pessoa com deficiência/)).toBeInTheDocument()
})

it('names its sources and leads to where a barrier is told and a complaint is made', () => {
  show(<AccessibilityPage />, { path: '/accessibility' })
  for (const { name, href } of LAWS)
    expect(screen.getByRole('link', { name: new RegExp(name.replace(/[().]/g, '.')) })).toHaveAttribute('href', href)
  expect(sectionCalled('Encontrou uma barreira?').getByRole('link', { name: 'lista' })).toHaveAttribute('href', '/pt/services')
  expect(sectionCalled('Fazer queixa').getByRole('link', { name: /Instituto Nacional para a Reabilitação/ })).toBeInTheDocument()
})
