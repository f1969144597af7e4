import { Trans } from '@lingui/react/macro'
import type { ServiceCard } from '../../model/directory'
import type { SearchReport } from '../../model/search'
import { dial } from '../../ui/phone/dial'
import { Notice } from '../../ui/notice/Notice'
import { useNow } from '../../ui/useNow'
import { EMERGENCY } from '../shared/helplines'
import { closedLast } from './closedLast'
import { useUnderstoodWords } from './useUnderstoodWords'

interface Props {
  report: SearchReport
  services: ServiceCard[]
  /** Whether it comes from the copy on the device, which compares words and understands nothing. */
  kept?: boolean
}

/** What the search made of the words, said before the list: a danger first. */
export function Told({ report, services, kept = false }: Props) {
  const now = useNow()
  // Another order, another page or a filter may have put something else there.
  const lineFirst = closedLast(services, now)[0]?.because.some(({ kind }) => kind === 'urgent') === true
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
            {lineFirst ? (
              <Trans>Há perigo? Ligue já: as linhas certas estão primeiro.</Trans>
            ) : (
              <Trans>
                Há perigo? Ligue já: <a href={dial(EMERGENCY.number)}>{EMERGENCY.number}</a>.
              </Trans>
            )}
          </p>
        </Notice>
      )}
      {kept && (
        <p className="told">
          <Trans>Sem internet comparamos só palavras. Com internet a procura percebe melhor.</Trans>
        </p>
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
