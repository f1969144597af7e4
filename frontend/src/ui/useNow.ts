import { useEffect, useState } from 'react'

const MINUTE = 60_000

/** The browser's clock, looked at when each minute begins and when the page is shown again. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    let timer = 0
    const look = () => {
      setNow(new Date())
      clearTimeout(timer)
      timer = window.setTimeout(look, MINUTE - (Date.now() % MINUTE))
    }
    const shown = () => {
      if (!document.hidden) look()
    }
    timer = window.setTimeout(look, MINUTE - (Date.now() % MINUTE))
    document.addEventListener('visibilitychange', shown)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', shown)
    }
  }, [])
  return now
}
