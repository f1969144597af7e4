import { Trans } from '@lingui/react/macro'
import { getService } from '../../api/services'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Notice } from '../../ui/notice/Notice'
import { SaveButton } from '../shared/SaveButton'
import { ServiceItem } from '../shared/ServiceItem'
import { useRemote } from '../shared/useRemote'

/** One service of a list, as it is in the directory today. */
export function SavedService({ id }: { id: string }) {
  const language = usePageLanguage()
  const service = useRemote(['service', id, language], (signal) => getService(id, language, signal))
  if (service.status === 'loading') return <p role="status">…</p>
  if (service.status === 'found') {
    return (
      <ServiceItem service={service.value}>
        <p>
          <SaveButton id={id} />
        </p>
      </ServiceItem>
    )
  }
  return (
    <Notice tone="warn">
      <p>
        {service.problem.kind === 'not-found' ? (
          <Trans>Este serviço já não está no diretório.</Trans>
        ) : (
          <Trans>Este serviço não pode ser mostrado agora.</Trans>
        )}
      </p>
      <p>
        <SaveButton id={id} />
      </p>
    </Notice>
  )
}
