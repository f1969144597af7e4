import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { show } from '../../testing/render'
import { ShareButton } from './ShareButton'

const share = vi.fn<(data: ShareData) => Promise<void>>()
const writeText = vi.fn<(text: string) => Promise<void>>()

const onDevice = (able: object) => vi.stubGlobal('navigator', { clipboard: { writeText }, ...able })

beforeEach(() => {
  share.mockReset().mockResolvedValue()
  writeText.mockReset().mockResolvedValue()
})
afterEach(() => void vi.unstubAllGlobals())

function press() {
  show(<ShareButton title="Aulas de português" />)
  fireEvent.click(screen.getByRole('button', { name: 'Partilhar' }))
}

it('gives title and address to what the device offers', () => {
  onDevice({ share })
  press()
  expect(share).toHaveBeenCalledWith({ title: 'Aulas de português', url: location.href })
  expect(writeText).not.toHaveBeenCalled()
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

it('copies the address where the device offers nothing, and says so', async () => {
  onDevice({})
  press()
  expect(writeText).toHaveBeenCalledWith(location.href)
  expect(await screen.findByText('Endereço copiado')).toBeInTheDocument()
})

it('leaves it at that when somebody changed their mind', async () => {
  share.mockRejectedValue(new DOMException('given up', 'AbortError'))
  onDevice({ share })
  press()
  await share.mock.results[0]?.value.catch(() => undefined)
  expect(writeText).not.toHaveBeenCalled()
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

it('copies when the device offers to share and then cannot', async () => {
  share.mockRejectedValue(new DOMException('not here', 'NotAllowedError'))
  onDevice({ share })
  press()
  expect(await screen.findByText('Endereço copiado')).toBeInTheDocument()
})

it('shows the address to copy by hand where nothing else works', async () => {
  writeText.mockRejectedValue(new DOMException('not here', 'NotAllowedError'))
  onDevice({})
  press()
  expect(await screen.findByText(location.href)).toHaveAttribute('dir', 'ltr')
})
