import { Trans } from '@lingui/react/macro'
import { Out } from '../out/Out'

export interface Source {
  url?: string
  title?: string
  /** As the source has it: 2023, 2023-07 or 2023-07-31. */
  sourceDate?: string
  note?: string
}

const hostOf = (url: string): string => {
  try {
    return new URL(url).hostname.replace(/^www\./, '')
  } catch {
    return url
  }
}

/** The pages where the facts were read, so that anybody can check them. */
export const Sources = ({ sources }: { sources: readonly Source[] }) => (
  <ul className="sources">
    {sources.map(({ url, title, sourceDate, note }) => (
      <li key={`${url}${title}${note}`}>
        {url ? (
          <Out href={url}>
            <bdi dir="auto">{title ?? hostOf(url)}</bdi>
          </Out>
        ) : (
          <bdi dir="auto">{title ?? note}</bdi>
        )}
        {sourceDate && (
          <span className="small">
            {' '}
            <bdi dir="ltr">{sourceDate}</bdi>
          </span>
        )}
        {note && url && (
          <span className="small" dir="auto">
            {' '}
            {note}
          </span>
        )}
      </li>
    ))}
    {sources.length === 0 && (
      <li>
        <Trans>Sem fonte registada.</Trans>
      </li>
    )}
  </ul>
)
