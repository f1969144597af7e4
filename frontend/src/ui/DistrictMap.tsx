import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type MouseEvent, useEffect, useState } from 'react'
import { Link, useLocation, useRouter } from 'wouter'

export interface DistrictCount {
  code: string
  name: string
  count: number
}

interface Props {
  districts: readonly DistrictCount[]
  /** The address that shows one district, within the language. */
  hrefOf: (code: string) => string
  current?: string
}

type Outlines = typeof import('virtual:districts')['default']

/** Darker where there is more, in four steps: the number says how much. */
const step = (count: number, most: number): number => (count === 0 ? 0 : Math.min(4, Math.ceil((count / most) * 4)))

/** The country in outline, each district a link with its count, and the same links as a list beside it. */
export function DistrictMap({ districts, hrefOf, current }: Props) {
  const { t } = useLingui()
  const { base } = useRouter()
  const [, navigate] = useLocation()
  const [outlines, setOutlines] = useState<Outlines | undefined>()
  useEffect(() => {
    let left = false
    // Without its drawing the map is the list beside it, which says the same.
    import('virtual:districts').then(
      (drawn) => left || setOutlines(drawn.default),
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [])
  const known = new Map(districts.map((district) => [district.code, district]))
  const most = Math.max(1, ...districts.map(({ count }) => count))
  const go = (event: MouseEvent, code: string) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    navigate(hrefOf(code))
  }
  return (
    <div className="map">
      {outlines ? (
        <svg
          viewBox={`0 0 ${outlines.width} ${outlines.height}`}
          className="map-sheet"
          role="group"
          aria-label={t`Mapa dos distritos`}
        >
          {outlines.districts.map(({ code, path, x, y, inset }) => {
            const district = known.get(code)
            if (!district) return <path key={code} d={path} className="map-area map-step-0" />
            const { name, count } = district
            return (
              <a
                key={code}
                href={base + hrefOf(code)}
                onClick={(event) => go(event, code)}
                className={code === current ? 'map-link map-current' : 'map-link'}
                aria-label={`${name}: ${t`${plural(count, { one: '# serviço', other: '# serviços' })}`}`}
                aria-current={code === current ? 'true' : undefined}
              >
                {inset && <rect {...inset} rx="6" className="map-inset" />}
                <path d={path} className={`map-area map-step-${step(count, most)}${inset ? ' map-islands' : ''}`} />
                <text
                  x={x}
                  y={y + 4}
                  textAnchor="middle"
                  className={`map-count map-on-${inset ? 0 : step(count, most)}`}
                  aria-hidden="true"
                >
                  {count}
                </text>
              </a>
            )
          })}
        </svg>
      ) : (
        <div className="map-sheet" aria-hidden="true" />
      )}
      <ul className="map-list">
        {districts.map(({ code, name, count }) => (
          <li key={code}>
            <Link href={hrefOf(code)} aria-current={code === current ? 'true' : undefined}>
              <span lang="pt">{name}</span>
              <span className="map-list-count">
                <Plural value={count} one="# serviço" many="# serviços" other="# serviços" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="small map-credit">
        <Trans>Contornos simplificados: Natural Earth, domínio público. Servem só para ver o país de longe.</Trans>
      </p>
    </div>
  )
}
