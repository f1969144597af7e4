import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ServiceCard } from '../../model/directory'
import { Details } from '../../ui/details/Details'
import { Section } from './Section'
import { ServiceItem } from './ServiceItem'

interface Props {
  title: ReactNode
  services: ServiceCard[]
  withOrganization?: boolean
}

/** Services of one organization or one door: those offered, and folded away what is no longer. */
export function ServiceList({ title, services, withOrganization }: Props) {
  if (services.length === 0) return null
  const offered = services.filter((service) => service.standing !== 'gone')
  const gone = services.filter((service) => service.standing === 'gone')
  return (
    <Section title={title}>
      {offered.length > 0 ? (
        <Items services={offered} withOrganization={withOrganization} />
      ) : (
        <p>
          <Trans>Hoje não conhecemos aqui nenhum serviço aberto.</Trans>
        </p>
      )}
      {gone.length > 0 && (
        <Details summary={<Trans>Serviços que já não existem ({gone.length})</Trans>}>
          <Items services={gone} withOrganization={withOrganization} />
        </Details>
      )}
    </Section>
  )
}

function Items({ services, withOrganization }: Pick<Props, 'services' | 'withOrganization'>) {
  return (
    <ul className="service-list">
      {services.map((service) => (
        <li key={service.id}>
          <ServiceItem service={service} headingLevel={3} withOrganization={withOrganization} />
        </li>
      ))}
    </ul>
  )
}
