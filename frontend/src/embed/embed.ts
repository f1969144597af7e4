import { toPage, toServiceCard } from '../api/services'
import { LANGUAGES } from '../i18n/languages'
import type { ServiceCard } from '../model/directory'
import { drawFound, drawHelpLine } from './found'
import { made } from './made'
import { WORDS } from './words'

/**
 * A box to search for services, for any page of anybody: `<script src="https://…/embed.js" data-language="uk" data-place="11" async></script>`.
 * It stands where the script stands, in a shadow tree of its own; it keeps nothing, and asks nothing but our own API, and that only when somebody searches.
 */

const STYLE = `
  :host { all: initial; display: block; font: 1rem/1.4 system-ui, sans-serif; color: #1a2430; max-inline-size: 40rem }
  form, .row { display: flex; flex-wrap: wrap; gap: .5rem }
  label { inline-size: 100%; font-weight: 600 }
  input { flex: 1 1 12rem; min-block-size: 2.75rem; padding: 0 .75rem; font: inherit; border: 1px solid #5b6b80; border-radius: .5rem }
  button { min-block-size: 2.75rem; padding: 0 1rem; font: inherit; font-weight: 600; color: #fff; background: #0b4bd0; border: 0; border-radius: .5rem }
  :focus-visible { outline: 3px solid #a3079b; outline-offset: 2px }
  ul { padding: 0; list-style: none }
  li { padding: .5rem 0; border-block-start: 1px solid #ccd4de }
  a { color: #0b3fae; font-weight: 600 }
  small { display: block; color: #475569 }
  p { margin: 0 }
  a[href^="tel:"] { display: inline-flex; align-items: center; min-block-size: 2.75rem }
`

const script = document.currentScript
if (script instanceof HTMLScriptElement) place(script)

function place(at: HTMLScriptElement) {
  const site = new URL(at.src).origin
  const wanted = at.dataset.language ?? document.documentElement.lang
  const facts = LANGUAGES.find(({ code }) => code === wanted.slice(0, 2)) ?? LANGUAGES[0]
  if (!facts) return
  const { code: language, dir } = facts
  const words = WORDS[language]

  const host = made('div', { lang: language, dir })
  const tree = host.attachShadow({ mode: 'closed' })
  // a style sheet made by script needs no permission of the page's own policy
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  tree.adoptedStyleSheets = [sheet]

  const input = made('input', { id: 'what', type: 'search', maxLength: 200, autocomplete: 'off' })
  const label = made('label', { htmlFor: 'what', textContent: words.label })
  const form = made('form', {}, label, input, made('button', { textContent: words.search }))
  form.setAttribute('role', 'search')
  const found = made('div')
  found.setAttribute('role', 'status')
  tree.append(form, found)

  const query = (search: string) => {
    const parameters = new URLSearchParams({ search })
    if (at.dataset.place) parameters.set('place', at.dataset.place)
    return parameters
  }
  const say = (sentence: string) => found.replaceChildren(made('p', { textContent: sentence }), drawHelpLine(language))
  const show = (services: ServiceCard[], search: string) => {
    if (services.length === 0) return say(words.none)
    const all = made('a', { href: `${site}/${language}/services?${query(search)}`, textContent: words.all })
    return found.replaceChildren(drawFound(services, language, site, new Date()), all)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const search = input.value.trim()
    if (search === '') return
    const asked = query(search)
    for (const [name, value] of Object.entries({ lang: language, per_page: '5', fold: 'programs', status: 'active' }))
      asked.set(name, value)
    fetch(`${site}/api/services?${asked}`, { credentials: 'omit', referrerPolicy: 'no-referrer' })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        show(toPage(await answer.json(), toServiceCard).items, search)
      })
      .catch(() => say(words.failed))
  })
  at.after(host)
}
