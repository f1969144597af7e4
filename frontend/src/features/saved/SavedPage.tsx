import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Button, linkButton } from '../../ui/button/Button'
import { Icon } from '../../ui/icon/Icon'
import { Notice } from '../../ui/notice/Notice'
import { Page } from '../../ui/page/Page'
import { hashOf, idsInHash, save, unsaveAll, useSaved } from '../shared/saved'
import { SendMenu } from '../shared/SendMenu'
import { Leaflet } from './Leaflet'
import { SavedService } from './SavedService'

/** The services somebody saved, to call, to send on, and to print; or a list that somebody sent. */
export default function SavedPage() {
  const { t } = useLingui()
  const language = usePageLanguage()
  const saved = useSaved()
  const [sent, setSent] = useState<string[]>(() => idsInHash(location.hash))

  // The list leaves the address as soon as it was read: a telephone is often shared.
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname)
  }, [])

  const others = sent.filter((id) => !saved.includes(id))
  const address = `${location.origin}/${language}/saved${hashOf(saved)}`
  return (
    <Page title={t`A minha lista`} lead={<Trans>Fica só neste aparelho.</Trans>}>
      {others.length > 0 && (
        <Notice tone="info" title={t`Enviaram-lhe uma lista`}>
          <ul className="service-list">
            {others.map((id) => (
              <li key={id}>
                <SavedService id={id} />
              </li>
            ))}
          </ul>
          <p>
            <Button
              onClick={() => {
                save(...others)
                setSent([])
              }}
            >
              <Icon name="save" />
              <Plural value={others.length} one="Guardar # serviço" many="Guardar # serviços" other="Guardar # serviços" />
            </Button>
          </p>
        </Notice>
      )}
      {saved.length === 0 ? (
        <>
          <p>
            <Trans>Ainda não guardou nenhum serviço. Na página de um serviço, toque em «Guardar».</Trans>
          </p>
          <p>
            <Link href="/services" className={linkButton('second')}>
              <Trans>Todos os serviços</Trans>
            </Link>
          </p>
        </>
      ) : (
        <>
          <div className="record-actions">
            <SendMenu title={t`A minha lista`} text={t`Serviços que podem ajudar`} address={address} />
            <Button kind="second" onClick={() => print()}>
              <Icon name="print" />
              <Trans>Imprimir folheto</Trans>
            </Button>
            <Button kind="quiet" onClick={unsaveAll}>
              <Trans>Apagar a lista</Trans>
            </Button>
          </div>
          <ul className="service-list">
            {saved.map((id) => (
              <li key={id}>
                <SavedService id={id} />
              </li>
            ))}
          </ul>
          <Leaflet ids={saved} address={address} />
        </>
      )}
    </Page>
  )
}
