import { useLingui } from '@lingui/react/macro'
import { getService } from '../../api/services'
import { dateText } from '../../i18n/formats'
import { dirOf, type PageLanguage } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Service } from '../../model/directory'
import { LocalText } from '../../ui/local-text/LocalText'
import { useNow } from '../../ui/useNow'
import { Picture } from '../shared/Picture'
import { useRemote, valueOf } from '../shared/useRemote'
import './leaflet.css'

/** The saved services on a sheet of A5, in the reader's language and in Portuguese for the counter. It is seen only on paper. */
export function Leaflet({ ids, address }: { ids: readonly string[]; address: string }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const now = useNow()
  return (
    <section className="leaflet" aria-hidden="true">
      <header className="leaflet-head">
        <div>
          <p className="leaflet-title">Balcão</p>
          <p>{dateText(language, now)}</p>
        </div>
        <Picture of={address} alt={t`A mesma lista, para abrir com um telemóvel`} />
      </header>
      {ids.map((id) => (
        <Entry key={id} id={id} language={language} />
      ))}
    </section>
  )
}

function Entry({ id, language }: { id: string; language: PageLanguage }) {
  const own = valueOf(useRemote(['service', id, language], (signal) => getService(id, language, signal)))
  const portuguese = valueOf(useRemote(['service', id, 'pt'], (signal) => getService(id, 'pt', signal)))
  if (own === undefined) return null
  return (
    <article className="leaflet-entry">
      <Words service={own} />
      {language !== 'pt' && portuguese && <Words service={portuguese} />}
      <p dir="ltr" className="leaflet-lines">
        {linesOf(own).join(' · ')}
      </p>
    </article>
  )
}

const Words = ({ service }: { service: Service }) => (
  <div lang={service.name.language} dir={dirOf(service.name.language)}>
    <p className="leaflet-name">
      <LocalText text={service.name} />
    </p>
    {service.description && (
      <p>
        <LocalText text={service.description} />
      </p>
    )}
  </div>
)

/** Numbers and addresses: the same in every language. */
function linesOf(service: Service): string[] {
  const phones = service.phones.length > 0 ? service.phones : service.contactPhone ? [service.contactPhone] : []
  const address = service.serviceDoors[0]?.address
  const street = address ? [...address.lines, address.postalCode, address.city].filter(Boolean).join(', ') : undefined
  return [...phones.slice(0, 2).map(({ number }) => number), ...(street ? [street] : [])]
}
