/** Somewhere on Earth, in degrees (WGS 84), to three decimals: some hundred metres, enough to find what is near and not a door. */
export interface Here {
  latitude: number
  longitude: number
}

const round = (degrees: number) => Math.round(degrees * 1000) / 1000

export const rounded = ({ latitude, longitude }: Here): Here => ({ latitude: round(latitude), longitude: round(longitude) })

const RADIUS_OF_EARTH = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** As the crow flies, in metres. */
export function metresBetween(one: Here, other: Here): number {
  const halfUp = Math.sin(radians(other.latitude - one.latitude) / 2)
  const halfAlong = Math.sin(radians(other.longitude - one.longitude) / 2)
  const angle = halfUp ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * halfAlong ** 2
  return 2 * RADIUS_OF_EARTH * Math.asin(Math.min(1, Math.sqrt(angle)))
}
