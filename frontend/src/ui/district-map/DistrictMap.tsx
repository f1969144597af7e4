import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type MouseEvent, useEffect, useState } from 'react'
import { Link, useLocation, useRouter } from 'wouter'
import type { DistrictCount } from '../../model/directory'

interface Props {
  districts: readonly DistrictCount[]
  /** The address that shows one district, within the language. */
  hrefOf: (code: string) => string
  current?: string
}

type Outlines = typeof import('virtual:districts')['default']

/** Darker where there is more, in four steps: the number says how much. */
const step = (count: number, most: number): number => (count === 0 ? 0 : Math.min(4, Math.ceil((count / most) * 4)))

/** Something serves people there, and no door there is known: an area, never a place. */
const isArea = ({ local, doors }: DistrictCount): boolean => local > 0 && doors === 0

const HATCH = 'map-hatch'

/** The country in outline, each district a link with the count of what is there, and the same links as a list beside it. */
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
  const most = Math.max(1, ...districts.map(({ local }) => local))
  const words = (district: DistrictCount): string => {
    const here = t`${plural(district.local, { one: '# serviço', many: '# serviços', other: '# serviços' })}`
    const said = `${district.name}: ${here}`
    return isArea(district) ? `${said}. ${t`Servem esta zona; não conhecemos aqui nenhuma porta.`}` : said
  }
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
          <defs>
            <pattern id={HATCH} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="2" height="6" className="map-hatch-line" />
            </pattern>
          </defs>
          {outlines.districts.map(({ code, path, x, y, inset }) => {
            const district = known.get(code)
            if (!district) return <path key={code} d={path} className="map-area map-step-0" />
            return (
              <a
                key={code}
                href={base + hrefOf(code)}
                onClick={(event) => go(event, code)}
                className={code === current ? 'map-link map-current' : 'map-link'}
                aria-label={words(district)}
                aria-current={code === current ? 'true' : undefined}
              >
                {inset && <rect {...inset} rx="6" className="map-inset" />}
                <path d={path} className={`map-area map-step-${step(district.local, most)}${inset ? ' map-islands' : ''}`} />
                {isArea(district) && <path d={path} fill={`url(#${HATCH})`} className="map-hatched" />}
                <text
                  x={x}
                  y={y + 4}
                  textAnchor="middle"
                  className={`map-count map-on-${inset ? 0 : step(district.local, most)}${isArea(district) ? ' map-on-hatch' : ''}`}
                  aria-hidden="true"
                >
                  {district.local}
                </text>
              </a>
            )
          })}
        </svg>
      ) : (
        <div className="map-sheet" aria-hidden="true" />
      )}
      <ul className="map-list">
        {districts.map((district) => (
          <li key={district.code}>
            <Link href={hrefOf(district.code)} aria-current={district.code === current ? 'true' : undefined}>
              <span>
                <span lang="pt">{district.name}</span>
                {isArea(district) && (
                  <span className="map-list-area">
                    <AreaSample />
                    <Trans>Servem esta zona; não conhecemos aqui nenhuma porta.</Trans>
                  </span>
                )}
              </span>
              <span className="map-list-count">
                <Plural value={district.local} _0="Nenhum serviço" one="# serviço" many="# serviços" other="# serviços" />
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

/** What the pattern on the map looks like, beside the words for it. */
const AreaSample = () => (
  <svg className="map-sample" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" focusable="false">
    <path d="M0 6L6 0M0 12L12 0M0 18L18 0M6 18L18 6M12 18L18 12" className="map-sample-lines" />
  </svg>
)
