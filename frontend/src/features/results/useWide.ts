import { useEffect, useState } from 'react'

const WIDE = '(min-width: 60rem)'

/** Whether the filters fit beside the list; where there is no screen yet, a phone is drawn. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => 'matchMedia' in globalThis && matchMedia(WIDE).matches)
  useEffect(() => {
    const media = matchMedia(WIDE)
    const look = () => setWide(media.matches)
    look()
    // Safari 14 and Chrome 87 know addEventListener here; older ones are below our floor.
    media.addEventListener('change', look)
    return () => media.removeEventListener('change', look)
  }, [])
  return wide
}
