import { Trans, useLingui } from '@lingui/react/macro'
import { dirOf, type PageLanguage } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Picture } from './Picture'

/** The address that the picture leads to: the code stands after the #, which browsers send to nobody. */
const addressOf = (language: string, code: string): string => `${location.origin}/${language}/my-request#${code}`

interface Props {
  code: string
  /** The same words in the language of the person at the desk, where it is not the page's. */
  also?: { language: PageLanguage; title: string; keep: string }
}

/** The code of a request, to be written down, printed, or photographed with another telephone. */
export function CodeSlip({ code, also }: Props) {
  const { t } = useLingui()
  const page = usePageLanguage()
  const language = also?.language ?? page
  return (
    <div className="code-slip">
      <p className="small">
        <Trans>O código do seu pedido</Trans>
        {also && (
          <span lang={also.language} dir={dirOf(also.language)} className="block">
            {also.title}
          </span>
        )}
      </p>
      <p className="code" dir="ltr" translate="no">
        {code}
      </p>
      <Picture of={addressOf(language, code)} alt={t`O mesmo código como imagem, para abrir com outro telemóvel`} />
      <p>
        <Trans>Guarde-o e não o mostre a ninguém: com ele vê como está o pedido, e pode retirá-lo.</Trans>
      </p>
      {also && (
        <p lang={also.language} dir={dirOf(also.language)}>
          {also.keep}
        </p>
      )}
    </div>
  )
}
