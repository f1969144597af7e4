import { Trans } from '@lingui/react/macro'
import type { SearchReport } from '../../model/search'
import { Notice } from '../../ui/Notice'
import { useUnderstoodWords } from './useUnderstoodWords'

/** What the search made of the words, said before the list: a danger first. */
export function Told({ report }: { report: SearchReport }) {
  const understood = useUnderstoodWords(report).join(', ')
  const typed = (kind: string) =>
    report.understood
      .filter((part) => part.kind === kind)
      .map((part) => part.text)
      .join(', ')
  const unknown = typed('unknown')
  const corrected = typed('corrected')
  return (
    <>
      {report.urgent.length > 0 && (
        <Notice tone="bad">
          <p>
            <Trans>Há perigo? Ligue já: as linhas certas estão primeiro.</Trans>
          </p>
        </Notice>
      )}
      {(understood !== '' || unknown !== '' || corrected !== '' || report.loosened) && (
        <p className="told">
          {understood !== '' && (
            <span>
              <Trans>Percebemos: {understood}.</Trans>{' '}
            </span>
          )}
          {corrected !== '' && (
            <span>
              <Trans>Procurámos também palavras parecidas com: {corrected}.</Trans>{' '}
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
