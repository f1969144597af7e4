import { Trans } from '@lingui/react/macro'
import { LANGUAGES } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'

/** Every language of the page by its own name, in sight on the first screen: whoever landed in another one finds theirs without reading it. */
export function Languages() {
  const current = usePageLanguage()
  return (
    <nav className="home-languages" aria-labelledby="languages">
      <span id="languages" className="hidden">
        <Trans>Línguas desta página</Trans>
      </span>
      <ul>
        {LANGUAGES.filter(({ code }) => code !== current).map(({ code, name, dir }) => (
          <li key={code}>
            <a href={`/${code}/`} lang={code} hrefLang={code} dir={dir}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
