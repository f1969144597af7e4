import { COMPONENTS } from './components'
import { LANGUAGES } from '../i18n/languages'
import { usePageLanguage } from '../i18n/usePageLanguage'

/** Every component of `ui` in every state that has an example, for those who build pages out of them. */
export function ExamplesPage() {
  const language = usePageLanguage()
  return (
    <>
      <header className="wide">
        <nav aria-label="Languages" className="examples-languages">
          {LANGUAGES.map(({ code, name }) => (
            <a key={code} href={`?language=${code}`} lang={code} aria-current={code === language ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main className="wide examples">
        <h1 lang="en">Examples</h1>
        {COMPONENTS.map(({ name, examples }) => (
          <section key={name} className="examples-component" aria-labelledby={`of-${name}`}>
            <h2 id={`of-${name}`} lang="en">
              {name}
            </h2>
            {Object.entries(examples).map(([what, Example]) => (
              <figure key={what} data-example={`${name}: ${what}`}>
                <figcaption className="small" lang="en" dir="ltr">
                  {what}
                </figcaption>
                <Example />
              </figure>
            ))}
          </section>
        ))}
      </main>
    </>
  )
}
