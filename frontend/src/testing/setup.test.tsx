import { render } from 'preact'
import { useEffect } from 'react'
import { expect, it, vi } from 'vitest'

it('waits for no frame of a window that may be gone before it comes', async () => {
  const frame = vi.fn()
  vi.stubGlobal('requestAnimationFrame', frame)
  vi.stubGlobal('cancelAnimationFrame', frame)
  const effect = vi.fn()
  function Drawn() {
    useEffect(effect, [])
    return null
  }
  const root = document.createElement('div')
  render(<Drawn />, root)
  await vi.waitFor(() => expect(effect).toHaveBeenCalledOnce())
  render(null, root)
  vi.unstubAllGlobals()
  expect(frame).not.toHaveBeenCalled()
})
