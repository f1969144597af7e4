import type { ServiceDoor } from '../../model/directory'

/**
 * A map of the door, opened only when the person asks for it. By address where there is one, because the coordinates
 * may be the middle of a parish or a town; those are never shown as a pin.
 */
export function directionsTo(door: ServiceDoor): string | undefined {
  if (door.visibility !== 'full') return undefined
  const { address } = door
  const street = address?.lines[0]
  if (address && street !== undefined) {
    const town = address.city ?? address.municipality
    const words = [...address.lines.slice(0, 1), [address.postalCode, town].filter(Boolean).join(' '), 'Portugal'].filter(
      (part) => part !== '',
    )
    return `https://www.openstreetmap.org/search?query=${encodeURIComponent(words.join(', '))}`
  }
  if (door.approximate || door.latitude === undefined || door.longitude === undefined) return undefined
  return `https://www.openstreetmap.org/?mlat=${door.latitude}&mlon=${door.longitude}#map=17/${door.latitude}/${door.longitude}`
}
