import { Trans } from '@lingui/react/macro'
import type { ServiceCard } from '../../model/directory'
import { Phone } from '../../ui/phone/Phone'

/** Said where nobody knows how to reach a service, with the public line that can be asked instead. */
export function NoContact({ service }: { service: ServiceCard }) {
  if (service.contactKnown || service.standing !== 'active') return null
  const { callInstead } = service
  return (
    <div className="no-contact">
      <p>
        <Trans>Não conhecemos nenhum contacto deste serviço.</Trans>
      </p>
      {callInstead && (
        <>
          <p>
            <Trans>
              Pergunte antes aqui: <bdi lang="pt">{callInstead.name}</bdi>
            </Trans>
          </p>
          <p className="call">
            <Phone number={callInstead.number} whom={<bdi lang="pt">{callInstead.name}</bdi>} uri={callInstead.uri} />
          </p>
        </>
      )}
    </div>
  )
}
