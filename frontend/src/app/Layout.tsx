import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { usePageLanguage } from '../i18n/usePageLanguage'
import { factsOf } from '../i18n/languages'
import { Icon } from '../ui/icon/Icon'
import { LeaveButton } from '../ui/leave/LeaveButton'
import { useIsSensitive } from '../ui/leave/Sensitive'
import { LanguagePicker } from './LanguagePicker'
import { Mark } from './Mark'
import { Notices } from './Notices'
import './wholeWidth.css'

export function Layout({ children }: { children: ReactNode }) {
  const { reviewed } = factsOf(usePageLanguage())
  const { t } = useLingui()
  const sensitive = useIsSensitive()
  return (
    <>
      <a className="skip" href="#main">
        <Trans>Saltar para o conteúdo</Trans>
      </a>
      <header className={sensitive ? 'top top-leave' : 'top'}>
        <div className="wide top-row">
          <Link href="/" className="brand">
            <Mark />
            <span className="brand-name">Balcão</span>
          </Link>
          <LanguagePicker />
          {sensitive && <LeaveButton />}
        </div>
      </header>
      <Notices />
      <main id="main" tabIndex={-1} className="wide">
        {children}
      </main>
      <footer className="bottom">
        <div className="wide bottom-row">
          <p className="bottom-urgent">
            <Icon name="urgent" />
            <span>
              <Trans>
                Em perigo? Ligue <a href="tel:112">112</a>
              </Trans>
            </span>
          </p>
          <nav className="bottom-links" aria-label={t`Mais páginas`}>
            <Link href="/services">
              <Trans>Todos os serviços</Trans>
            </Link>
            <Link href="/eligibility">
              <Trans>O que posso pedir?</Trans>
            </Link>
            <Link href="/centres">
              <Trans>Centros de apoio</Trans>
            </Link>
            <Link href="/18-months">
              <Trans>Os 18 meses</Trans>
            </Link>
            <Link href="/saved">
              <Trans>A minha lista</Trans>
            </Link>
            <Link href="/my-request">
              <Trans>O meu pedido</Trans>
            </Link>
            <Link href="/figures">
              <Trans>Como correm os pedidos</Trans>
            </Link>
            <Link href="/about-data">
              <Trans>Sobre os dados</Trans>
            </Link>
            <Link href="/accessibility">
              <Trans>Acessibilidade</Trans>
            </Link>
            <Link href="/desk">
              <Trans>Para as equipas</Trans>
            </Link>
            <a href="/api/docs">
              <Trans>Para programadores</Trans>
            </a>
          </nav>
          <p>
            <Trans>O Balcão é um projeto aberto e independente. Não é um site do Estado português.</Trans>
          </p>
          {!reviewed && (
            <p>
              <Trans>
                Os textos desta página foram escritos por um programa; nesta língua ainda nenhum falante nativo os reviu.
              </Trans>
            </p>
          )}
          <p className="small">
            <Trans>
              Dados de lugares © <a href="https://www.geonames.org">GeoNames</a>, CC BY 4.0; freguesias © DGT, CAOP
            </Trans>
          </p>
        </div>
      </footer>
    </>
  )
}
