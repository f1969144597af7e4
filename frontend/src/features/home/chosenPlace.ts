import { useState } from 'react'

/** Codes of a district and a municipality within it, or nothing. */
export interface ChosenPlace {
  district: string
  municipality: string
}

/** What was chosen last, for as long as the page is open: in no address, and not on the disk. */
let chosen: ChosenPlace = { district: '', municipality: '' }

/** The place that was chosen on the entry page, also by whoever went on from it and comes back. */
export function useChosenPlace(): [ChosenPlace, (place: ChosenPlace) => void] {
  const [place, setPlace] = useState(chosen)
  return [
    place,
    (next) => {
      chosen = next
      setPlace(next)
    },
  ]
}
