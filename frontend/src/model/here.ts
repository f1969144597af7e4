/** Somewhere on Earth, in degrees (WGS 84), to three decimals: some hundred metres, enough to find what is near and not a door. */
export interface Here {
  latitude: number
  longitude: number
}

const round = (degrees: number) => Math.round(degrees * 1000) / 1000

export const rounded = ({ latitude, longitude }: Here): Here => ({ latitude: round(latitude), longitude: round(longitude) })
