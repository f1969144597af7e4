import { Trans } from '@lingui/react/macro'
import { languageName } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { SearchReport } from '../../model/search'
import { Notice } from '../../ui/Notice'

/** What the search made of the words, said before the list: a danger first. */
export function Told({ report }: { report: SearchReport }) {
  const page = usePageLanguage()
  const names = report.understood.map((part) =>
    part.kind === 'spoken' && part.code
      ? languageName(page, part.code)
      : part.kind === 'word' || part.kind === 'unknown'
        ? undefined
        : part.name,
  )
  const understood = [...new Set(names.filter((name) => name !== undefined))].join(', ')
  const unknown = report.understood
    .filter((part) => part.kind === 'unknown')
    .map((part) => part.text)
    .join(', ')
  return (
    <>
      {report.urgent.length > 0 && (
        <Notice tone="bad">
          <p>
            <Trans>Há perigo? Ligue já: as linhas certas estão primeiro.</Trans>
          </p>
        </Notice>
      )}
      {(understood !== '' || unknown !== '' || report.loosened) && (
        <p className="told">
          {understood !== '' && (
            <span>
              <Trans>Percebemos: {understood}.</Trans>{' '}
            </span>
          )}
          {unknown !== '' && (
            <span>
              <Trans>Não conhecemos: {unknown}.</Trans>{' '}
            </span>
          )}
          {report.loosened && <Trans>Nenhum serviço tem tudo: estes têm a maior parte.</Trans>}
        </p>
      )}
    </>
  )
}
