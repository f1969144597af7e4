import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { linkButton } from '../button/Button'
import { Icon } from '../icon/Icon'

interface Props {
  page: number
  pages: number
  /** The address of another page of the same list, within the language. */
  hrefOf: (page: number) => string
}

/** The way through a long list; each page is an address. */
export function Pagination({ page, pages, hrefOf }: Props) {
  const { t } = useLingui()
  if (pages < 2) return null
  return (
    <nav className="pages" aria-label={t`Páginas de resultados`}>
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} rel="prev" className={linkButton('second')}>
          <Icon name="back" />
          <Trans>Anterior</Trans>
        </Link>
      ) : (
        <span />
      )}
      <p>
        <Trans>
          Página {page} de {pages}
        </Trans>
      </p>
      {page < pages ? (
        <Link href={hrefOf(page + 1)} rel="next" className={linkButton('second')}>
          <Trans>Seguinte</Trans>
          <Icon name="forward" />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
