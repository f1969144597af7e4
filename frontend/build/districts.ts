import { readFileSync } from 'node:fs'
import { feature } from 'topojson-client'
import type { Plugin } from 'vite'

const ID = 'virtual:districts'
const SOURCE = new URL('../data/districts.topojson', import.meta.url)

type Ring = [number, number][]
interface Outline {
  code: string
  name: string
  rings: Ring[]
}
/** One outline ready to draw: its place code, its SVG path, and where a label or a mark may stand. */
export interface Drawn {
  code: string
  path: string
  x: number
  y: number
  inset?: Box
}
interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where the mainland and the two archipelagos go on the sheet: the islands are insets, nearer and in one frame each. */
const SHEET = { width: 300, height: 420 }
const FRAMES: Record<'mainland' | 'azores' | 'madeira', Box> = {
  mainland: { x: 112, y: 6, width: 182, height: 408 },
  azores: { x: 8, y: 110, width: 96, height: 66 },
  madeira: { x: 8, y: 206, width: 96, height: 66 },
}

function outlines(): Outline[] {
  const topology = JSON.parse(readFileSync(SOURCE, 'utf8'))
  const collection = feature(topology, topology.objects.districts) as unknown as {
    features: { properties: { code: string; name: string }; geometry: { type: string; coordinates: never } }[]
  }
  return collection.features.map(({ properties, geometry }) => {
    const polygons: Ring[][] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    // Only outer rings, and without the uninhabited Selvagens, which would shrink Madeira to a dot.
    const rings = polygons
      .map((polygon) => polygon[0] ?? [])
      .filter((ring) => !(properties.code === '30' && (ring[0]?.[1] ?? 0) < 32))
    return { code: properties.code, name: properties.name, rings }
  })
}

const frameOf = (code: string) => (code === '40' ? 'azores' : code === '30' ? 'madeira' : 'mainland')

/** Flat projection (x = longitude · cos latitude) of one group of outlines into its frame. */
function draw(group: Outline[], frame: Box): Drawn[] {
  const points = group.flatMap((outline) => outline.rings.flat())
  const middle = points.reduce((sum, [, latitude]) => sum + latitude, 0) / points.length
  const squeeze = Math.cos((middle * Math.PI) / 180)
  const xs = points.map(([longitude]) => longitude * squeeze)
  const ys = points.map(([, latitude]) => -latitude)
  const [west, north] = [Math.min(...xs), Math.min(...ys)]
  const [wide, high] = [Math.max(...xs) - west, Math.max(...ys) - north]
  const scale = Math.min(frame.width / wide, frame.height / high)
  const left = frame.x + (frame.width - wide * scale) / 2
  const top = frame.y + (frame.height - high * scale) / 2
  const project = ([longitude, latitude]: [number, number]): [number, number] => [
    Math.round((left + (longitude * squeeze - west) * scale) * 10) / 10,
    Math.round((top + (-latitude - north) * scale) * 10) / 10,
  ]
  return group.map(({ code, rings }) => {
    const drawn = rings.map((ring) =>
      ring.map(project).filter((point, at, all) => at === 0 || String(point) !== String(all[at - 1])),
    )
    const largest = [...drawn].sort((a, b) => area(b) - area(a))[0] ?? []
    const [x, y] = centre(largest)
    return {
      code,
      x,
      y,
      path: drawn
        .filter((ring) => ring.length > 2)
        .map((ring) => `M${ring.map((point) => point.join(' ')).join('L')}Z`)
        .join(''),
    }
  })
}

const area = (ring: Ring) =>
  Math.abs(
    ring.reduce(
      (sum, [x, y], at) => sum + x * (ring[(at + 1) % ring.length]?.[1] ?? 0) - (ring[(at + 1) % ring.length]?.[0] ?? 0) * y,
      0,
    ) / 2,
  )

function centre(ring: Ring): [number, number] {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  return [Math.round((Math.min(...xs) + Math.max(...xs)) / 2), Math.round((Math.min(...ys) + Math.max(...ys)) / 2)]
}

/** Islands have a frame of their own, and their count stands in it where no island is. */
function inInset(drawn: Drawn, frame: Box): Drawn {
  const inset = { x: frame.x - 4, y: frame.y - 4, width: frame.width + 8, height: frame.height + 8 }
  return { ...drawn, inset, x: inset.x + 16, y: inset.y + inset.height - 12 }
}

export function drawDistricts(): { width: number; height: number; districts: Drawn[] } {
  const all = outlines()
  const districts = (Object.keys(FRAMES) as (keyof typeof FRAMES)[]).flatMap((name) => {
    const drawn = draw(
      all.filter((outline) => frameOf(outline.code) === name),
      FRAMES[name],
    )
    return name === 'mainland' ? drawn : drawn.map((each) => inInset(each, FRAMES[name]))
  })
  return { ...SHEET, districts: districts.sort((a, b) => a.code.localeCompare(b.code)) }
}

/** The outline map as numbers, worked out when the page is built; the browser only draws. */
export function districts(): Plugin {
  return {
    name: 'balcao-districts',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(drawDistricts())}` : undefined),
  }
}
