declare module 'virtual:icons' {
  const drawings: Record<string, string>
  export default drawings
}
declare module 'virtual:districts' {
  const map: {
    width: number
    height: number
    districts: {
      code: string
      path: string
      x: number
      y: number
      inset?: { x: number; y: number; width: number; height: number }
    }[]
  }
  export default map
}
declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}
