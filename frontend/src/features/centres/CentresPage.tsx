import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { listCentres } from '../../api/locations'
import { countServices, getService } from '../../api/services'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Location } from '../../model/directory'
import { pathOfSearch, EVERYTHING } from '../../model/serviceQuery'
import { linkButton } from '../../ui/button/Button'
import { Card } from '../../ui/card/Card'
import { Details } from '../../ui/details/Details'
import { Icon } from '../../ui/icon/Icon'
import { LocalText } from '../../ui/local-text/LocalText'
import { Page } from '../../ui/page/Page'
import { Tag } from '../../ui/tag/Tag'
import { LocalOffices, mayHaveOffices } from '../shared/LocalOffices'
import { RemoteView } from '../shared/RemoteView'
import { Section } from '../shared/Section'
import { ServiceItem } from '../shared/ServiceItem'
import { useRemote, valueOf } from '../shared/useRemote'
import { OPEN_DESKS } from './openDesks'

/** Where several things are done at one desk: what is open today first, then, folded away, the record of centres that closed. */
export default function CentresPage() {
  const { t } = useLingui()
  const language = usePageLanguage()
  const centres = useRemote(['centres', language], (signal) => listCentres(language, signal))
  return (
    <Page
      title={t`Tudo num só lugar`}
      lead={
        <p>
          <Trans>Balcões que tratam de vários assuntos e encaminham para os outros serviços.</Trans>
        </p>
      }
    >
      <ul className="service-list">
        {OPEN_DESKS.map((id) => (
          <OpenDesk key={id} id={id} />
        ))}
      </ul>
      <DeskLinks />
      <RemoteView remote={centres}>{(page) => <CentreList centres={page.items} />}</RemoteView>
    </Page>
  )
}

const DESKS = { ...EVERYTHING, need: 'onestop' }

/** The way to all desks of the kind, and to those that are open at this moment, where any is known to be. */
function DeskLinks() {
  const language = usePageLanguage()
  const counted = valueOf(
    useRemote(['facets', 'onestop', language], (signal) => countServices(DESKS, language, signal), { everyMinute: true }),
  )
  const open = counted?.openNow ?? 0
  return (
    <>
      <p className="button-row">
        {open > 0 && (
          <Link className={linkButton('second')} href={pathOfSearch({ ...DESKS, openNow: true })}>
            <Icon name="clock" />
            <Plural value={open} one="Aberto agora: # balcão" many="Abertos agora: # balcões" other="Abertos agora: # balcões" />
          </Link>
        )}
        <Link className={linkButton('second')} href={pathOfSearch(DESKS)}>
          <Icon name="building" />
          <Trans>Ver todos os balcões</Trans>
        </Link>
      </p>
      {counted !== undefined && open === 0 && (
        <p>
          <Trans>De nenhum balcão sabemos que esteja aberto agora. Telefone antes de ir.</Trans>
        </p>
      )}
    </>
  )
}

/** Nothing while it is not known, or where it is closed. */
function OpenDesk({ id }: { id: string }) {
  const language = usePageLanguage()
  const desk = valueOf(useRemote(['service', id, language], (signal) => getService(id, language, signal)))
  if (desk?.standing !== 'active') return null
  return (
    <li>
      <ServiceItem service={desk}>{mayHaveOffices(desk) && <LocalOffices service={desk} />}</ServiceItem>
    </li>
  )
}

export function CentreList({ centres }: { centres: Location[] }) {
  const { t } = useLingui()
  const open = centres.filter((centre) => centre.oneStopCentre?.open === true)
  const closed = centres.filter((centre) => centre.oneStopCentre?.open !== true)
  return (
    <>
      {open.length > 0 && (
        <Section title={t`Abertos`}>
          <Cards centres={open} />
        </Section>
      )}
      {closed.length > 0 && (
        <Details summary={t`Centros que já fecharam`}>
          <p>
            <Trans>Em alguns destes lugares há hoje outros serviços: abra a página para ver.</Trans>
          </p>
          <Cards centres={closed} />
        </Details>
      )}
    </>
  )
}

function Cards({ centres }: { centres: Location[] }) {
  return (
    <ul className="service-list">
      {centres.map((centre) => (
        <li key={centre.locationId}>
          <Card>
            <h3 className="item-name">
              <Link href={`/locations/${centre.locationId}`}>
                <LocalText text={centre.oneStopCentre?.name ?? centre.name} />
              </Link>
            </h3>
            {centre.oneStopCentre?.open === false && (
              <p className="item-tags">
                <Tag tone="bad">
                  <Trans>Fechou</Trans>
                </Tag>
                {centre.oneStopCentre.period && <LocalText text={centre.oneStopCentre.period} />}
              </p>
            )}
            {centre.municipality !== undefined && (
              <p>
                <bdi lang="pt">{centre.municipality}</bdi>
              </p>
            )}
          </Card>
        </li>
      ))}
    </ul>
  )
}
