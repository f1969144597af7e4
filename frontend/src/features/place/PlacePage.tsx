import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { QueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { getPlace, listMunicipalities } from '../../api/locations'
import { listServices } from '../../api/services'
import type { PageLanguage } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Page as PageOf, Place, ServiceCard } from '../../model/directory'
import { EVERYTHING, pathOfSearch } from '../../model/serviceQuery'
import type { Visit } from '../../model/visit'
import { linkButton } from '../../ui/button/Button'
import { Page } from '../../ui/page/Page'
import { RemoteView } from '../shared/RemoteView'
import { Section } from '../shared/Section'
import { ServiceItem } from '../shared/ServiceItem'
import { prefetch, type Question, useRemote } from '../shared/useRemote'

const placeOf = (code: string): Question<Place> => ({ key: ['place', code], ask: (signal) => getPlace(code, signal) })

const servicesIn = (code: string, language: PageLanguage): Question<PageOf<ServiceCard>> => ({
  key: ['services', `place=${code}`, language],
  ask: (signal) => listServices({ ...EVERYTHING, place: code }, language, signal),
})

export const askAhead = ({ params: { code = '' }, language }: Visit, queries: QueryClient) =>
  Promise.all([prefetch(placeOf(code), queries), prefetch(servicesIn(code, language), queries)])

export default function PlacePage() {
  const { code = '' } = useParams<{ code: string }>()
  const { key, ask } = placeOf(code)
  const place = useRemote(key, ask)
  return <RemoteView remote={place}>{(found) => <PlaceView place={found} />}</RemoteView>
}

/** Lisboa is a municipality and the district around it: the title of the page says which. */
const LEVELS: Record<Place['level'], MessageDescriptor> = {
  district: msg`distrito`,
  autonomous_region: msg`região autónoma`,
  municipality: msg`município`,
}

/** What there is in one district or municipality; what serves the whole country is one touch away. */
function PlaceView({ place }: { place: Place }) {
  const { t, i18n } = useLingui()
  const language = usePageLanguage()
  const search = { ...EVERYTHING, place: place.code }
  const { key, ask } = servicesIn(place.code, language)
  const services = useRemote(key, ask)
  return (
    <Page
      title={`${place.name} (${i18n._(LEVELS[place.level])})`}
      heading={<bdi lang="pt">{place.name}</bdi>}
      lead={
        <p>
          <LevelWords place={place} />
        </p>
      }
    >
      <Section title={t`Serviços`}>
        <RemoteView remote={services}>
          {(page) =>
            page.total === 0 ? (
              <p>
                <Trans>Ainda não conhecemos serviços só daqui.</Trans>{' '}
                <Link href="/services">
                  <Trans>Ver todos os serviços</Trans>
                </Link>
              </p>
            ) : (
              <>
                <ul className="service-list">
                  {page.items.map((service) => (
                    <li key={service.id}>
                      <ServiceItem service={service} headingLevel={3} />
                    </li>
                  ))}
                </ul>
                <p>
                  <Link className={linkButton('second')} href={pathOfSearch(search)}>
                    <Plural
                      value={page.total}
                      one="Ver e filtrar # serviço"
                      many="Ver e filtrar # serviços"
                      other="Ver e filtrar # serviços"
                    />
                  </Link>
                </p>
              </>
            )
          }
        </RemoteView>
      </Section>
      {place.level !== 'municipality' && <Municipalities of={place} />}
    </Page>
  )
}

function LevelWords({ place }: { place: Place }) {
  switch (place.level) {
    case 'district':
      return <Trans>Distrito</Trans>
    case 'autonomous_region':
      return <Trans>Região autónoma</Trans>
    case 'municipality':
      return place.parentCode === undefined ? (
        <Trans>Município</Trans>
      ) : (
        <>
          <Trans>Município de:</Trans>{' '}
          <Link href={`/places/${place.parentCode}`}>
            <bdi lang="pt">{place.parentName}</bdi>
          </Link>
        </>
      )
  }
}

function Municipalities({ of }: { of: Place }) {
  const { t } = useLingui()
  const municipalities = useRemote(['municipalities', of.code], (signal) => listMunicipalities(of.code, signal))
  return (
    <Section title={t`Municípios`}>
      <RemoteView remote={municipalities}>
        {(places) => (
          <ul className="place-list">
            {places.map((place) => (
              <li key={place.code}>
                <Link href={`/places/${place.code}`}>
                  <bdi lang="pt">{place.name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </RemoteView>
    </Section>
  )
}
