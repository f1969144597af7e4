import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { useLocation, useRouter, useSearch } from 'wouter'
import { factsOf, inLanguage, LANGUAGES } from '../i18n/languages'
import { usePageLanguage } from '../i18n/usePageLanguage'
import { Icon } from '../ui/icon/Icon'

/** The same page in another language: plain links, so it works before and without script. */
export function LanguagePicker() {
  const current = usePageLanguage()
  const { base } = useRouter()
  const [path] = useLocation()
  const search = useSearch()
  const box = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current
      if (!details?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        details.open = false
        details.querySelector('summary')?.focus()
      } else if (!details.contains(event.target as Node)) {
        details.open = false
      }
    }
    document.addEventListener('keydown', close)
    document.addEventListener('click', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('click', close)
    }
  }, [])

  return (
    <details className="languages" ref={box}>
      <summary>
        <Icon name="language" />
        <span className="hidden">
          <Trans>Mudar de língua.</Trans>{' '}
        </span>
        {factsOf(current).name}
        <Icon name="down" />
      </summary>
      <ul>
        {LANGUAGES.map(({ code, name, dir }) => (
          <li key={code}>
            <a
              href={inLanguage(base + path, search, code)}
              lang={code}
              hrefLang={code}
              dir={dir}
              aria-current={code === current ? 'true' : undefined}
            >
              {name}
              {code === current && <Icon name="check" />}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
