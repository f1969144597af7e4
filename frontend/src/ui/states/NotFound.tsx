import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { linkButton } from '../button/Button'
import { Page } from '../page/Page'

/** There is no page, or no longer a listing, at this address. */
export function NotFound() {
  const { t } = useLingui()
  return (
    <Page title={t`Esta página não existe`}>
      <p>
        <Trans>O endereço pode estar mal escrito, ou o serviço deixou de estar na lista.</Trans>
      </p>
      <p>
        <Link href="/" className={linkButton()}>
          <Trans>Procurar ajuda</Trans>
        </Link>
      </p>
    </Page>
  )
}
