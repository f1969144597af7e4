import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { usePageLanguage } from '../../i18n/usePageLanguage'

/** The address that the picture leads to: the code stands after the #, which browsers send to nobody. */
const addressOf = (language: string, code: string): string => `${location.origin}/${language}/my-request#${code}`

/** The code of a request, to be written down, printed, or photographed with another telephone. */
export function CodeSlip({ code }: { code: string }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const [picture, setPicture] = useState<string>()
  useEffect(() => {
    let left = false
    void import('uqr').then(({ renderSVG }) => {
      if (!left) setPicture(renderSVG(addressOf(language, code), { border: 2 }))
    })
    return () => {
      left = true
    }
  }, [language, code])
  return (
    <div className="code-slip">
      <p className="small">
        <Trans>O código do seu pedido</Trans>
      </p>
      <p className="code" dir="ltr" translate="no">
        {code}
      </p>
      {picture && (
        <img
          className="code-picture"
          alt={t`O mesmo código como imagem, para abrir com outro telemóvel`}
          src={`data:image/svg+xml,${encodeURIComponent(picture)}`}
        />
      )}
      <p>
        <Trans>Guarde-o e não o mostre a ninguém: com ele vê como está o pedido, e pode retirá-lo.</Trans>
      </p>
    </div>
  )
}
