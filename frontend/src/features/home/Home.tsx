import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useLocation } from 'wouter'
import { CONTACT_CENTRE } from '../../model/contactCentre'
import { EVERYTHING, pathOfSearch } from '../../model/serviceQuery'
import { linkButton } from '../../ui/button/Button'
import { Icon } from '../../ui/icon/Icon'
import { Page } from '../../ui/page/Page'
import { Phone } from '../../ui/phone/Phone'
import { SearchBox } from '../../ui/search-box/SearchBox'
import { useSuggesting } from '../shared/useSuggesting'
import { MORE_NEEDS, NEEDS, type Need } from '../shared/needs'
import { Urgent } from '../shared/Urgent'
import { useChosenPlace } from './chosenPlace'
import { Languages } from './Languages'
import { Where } from './Where'
import './home.css'

/** The door to everything: what is urgent, what one needs, where, and where people help face to face. */
export default function Home() {
  const { t, i18n } = useLingui()
  const [, navigate] = useLocation()
  const [where, setWhere] = useChosenPlace()
  const place = where.municipality || where.district || undefined
  const suggesting = useSuggesting({ ...EVERYTHING, place })

  const tile = ({ code, name, icon }: Need) => (
    <li key={code}>
      <Link href={pathOfSearch({ ...EVERYTHING, need: code, place })} className="need">
        <span className="need-icon">
          <Icon name={icon} large />
        </span>
        <span>{i18n._(name)}</span>
      </Link>
    </li>
  )

  return (
    <Page
      above={<Languages />}
      title={t`Encontre ajuda em Portugal`}
      lead={<Trans>Serviços para migrantes e refugiados: documentos, casa, saúde, trabalho e muito mais. Sem registo.</Trans>}
      start={
        <SearchBox onSearch={(search) => navigate(pathOfSearch({ ...EVERYTHING, search, place }))} suggesting={suggesting}>
          <Where {...where} onChange={(district, municipality) => setWhere({ district, municipality })} />
        </SearchBox>
      }
    >
      <Urgent />

      <section aria-labelledby="needs">
        <h2 id="needs">
          <Trans>De que precisa?</Trans>
        </h2>
        <ul className="needs">{NEEDS.map(tile)}</ul>
        <details className="details">
          <summary>
            <span>
              <Trans>Mais temas</Trans>
            </span>
            <Icon name="down" />
          </summary>
          <ul className="needs details-body">{MORE_NEEDS.map(tile)}</ul>
        </details>
      </section>

      <div className="home-ways">
        <section className="card" aria-labelledby="rights">
          <h2 id="rights">
            <Trans>O que posso pedir?</Trans>
          </h2>
          <p>
            <Trans>Responda a algumas perguntas e veja a que apoios parece ter direito. Nada sai deste aparelho.</Trans>
          </p>
          <p className="button-row">
            <Link href="/eligibility" className={linkButton('second')}>
              <Icon name="question" />
              <Trans>Começar</Trans>
            </Link>
            <Link href="/18-months" className={linkButton('second')}>
              <Icon name="calendar" />
              <Trans>Os 18 meses</Trans>
            </Link>
          </p>
        </section>
        <section className="card" aria-labelledby="centres">
          <h2 id="centres">
            <Trans>Vários serviços num só lugar</Trans>
          </h2>
          <p>
            <Trans>As lojas AIMA e os centros CLAIM tratam de vários assuntos e encaminham para os outros serviços.</Trans>
          </p>
          <p>
            <Link href="/centres" className={linkButton('second')}>
              <Icon name="building" />
              <Trans>Ver os balcões</Trans>
            </Link>
          </p>
        </section>
        <section className="card" aria-labelledby="line">
          <h2 id="line">
            <Trans>Falar com a AIMA</Trans>
          </h2>
          <p>
            <Trans>
              O centro de contacto da Agência para a Integração, Migrações e Asilo responde sobre direitos, serviços e marcações.
            </Trans>
          </p>
          <p>
            <Phone number={CONTACT_CENTRE} whom="AIMA" />
          </p>
        </section>
        <section className="card" aria-labelledby="data">
          <h2 id="data">
            <Trans>De onde vem a informação</Trans>
          </h2>
          <p>
            <Trans>Cada serviço mostra as fontes e diz o que ainda não foi confirmado. Antes de ir, telefone.</Trans>
          </p>
          <p>
            <Link href="/about-data" className={linkButton('second')}>
              <Icon name="info" />
              <Trans>Sobre os dados</Trans>
            </Link>
          </p>
        </section>
      </div>
    </Page>
  )
}
