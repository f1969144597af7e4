import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { listCentres } from '../../api/locations'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Location } from '../../model/directory'
import { pathOfSearch, EVERYTHING } from '../../model/serviceQuery'
import { linkButton } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Faces/Empty'
import { LocalText } from '../../ui/LocalText'
import { Page } from '../../ui/Page'
import { Tag } from '../../ui/Tag'
import { RemoteView } from '../shared/RemoteView'
import { Section } from '../shared/Section'
import { useRemote } from '../shared/useRemote'

/** One-stop centres: open ones first, then the record of those that closed. */
export default function CentresPage() {
  const { t } = useLingui()
  const language = usePageLanguage()
  const centres = useRemote(['centres', language], (signal) => listCentres(language, signal))
  return (
    <Page
      title={t`Tudo num só lugar`}
      lead={
        <p>
          <Trans>Centros onde muitas instituições atendem debaixo do mesmo teto.</Trans>
        </p>
      }
    >
      <RemoteView remote={centres}>{(page) => <CentreList centres={page.items} />}</RemoteView>
      <p>
        <Link className={linkButton('second')} href={pathOfSearch({ ...EVERYTHING, need: 'onestop' })}>
          <Trans>Balcões abertos hoje</Trans>
        </Link>
      </p>
    </Page>
  )
}

export function CentreList({ centres }: { centres: Location[] }) {
  const { t } = useLingui()
  const open = centres.filter((centre) => centre.oneStopCentre?.open === true)
  const closed = centres.filter((centre) => centre.oneStopCentre?.open !== true)
  if (centres.length === 0) {
    return (
      <Empty title={t`Ainda não há centros na lista`}>
        <p>
          <Link href="/services">
            <Trans>Ver todos os serviços</Trans>
          </Link>
        </p>
      </Empty>
    )
  }
  return (
    <>
      {open.length > 0 && (
        <Section title={t`Abertos`}>
          <Cards centres={open} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section title={t`Já fecharam`}>
          <p>
            <Trans>Em alguns destes lugares há hoje outros serviços: abra a página para ver.</Trans>
          </p>
          <Cards centres={closed} />
        </Section>
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
