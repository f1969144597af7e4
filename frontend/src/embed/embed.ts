import { LANGUAGES, type PageLanguage } from '../i18n/languages'

/**
 * A box to search for services, for any page of anybody: `<script src="https://…/embed.js" data-language="uk" data-place="11" async></script>`.
 * It stands where the script stands, in a shadow tree of its own; it keeps nothing, and asks nothing but our own API, and that only when somebody searches.
 */

interface Words {
  label: string
  search: string
  none: string
  failed: string
  all: string
}

const WORDS: Record<PageLanguage, Words> = {
  pt: {
    label: 'De que precisa?',
    search: 'Procurar',
    none: 'Nada encontrado.',
    failed: 'Não há ligação. Tente outra vez.',
    all: 'Ver todos',
  },
  en: {
    label: 'What do you need?',
    search: 'Search',
    none: 'Nothing found.',
    failed: 'There is no connection. Try again.',
    all: 'See all',
  },
  fr: {
    label: 'De quoi avez-vous besoin ?',
    search: 'Chercher',
    none: 'Rien trouvé.',
    failed: 'Pas de connexion. Réessayez.',
    all: 'Voir tout',
  },
  es: {
    label: '¿Qué necesita?',
    search: 'Buscar',
    none: 'No se encontró nada.',
    failed: 'No hay conexión. Inténtelo otra vez.',
    all: 'Ver todos',
  },
  uk: {
    label: 'Що вам потрібно?',
    search: 'Шукати',
    none: 'Нічого не знайдено.',
    failed: 'Немає з’єднання. Спробуйте ще раз.',
    all: 'Дивитися всі',
  },
  ar: { label: 'ماذا تحتاج؟', search: 'بحث', none: 'لم يُعثر على شيء.', failed: 'لا يوجد اتصال. حاول مرة أخرى.', all: 'عرض الكل' },
  ru: {
    label: 'Что вам нужно?',
    search: 'Искать',
    none: 'Ничего не найдено.',
    failed: 'Нет связи. Попробуйте ещё раз.',
    all: 'Показать все',
  },
  hi: { label: 'आपको क्या चाहिए?', search: 'खोजें', none: 'कुछ नहीं मिला।', failed: 'कनेक्शन नहीं है। फिर से कोशिश करें।', all: 'सब देखें' },
  bn: { label: 'আপনার কী দরকার?', search: 'খুঁজুন', none: 'কিছু পাওয়া যায়নি।', failed: 'সংযোগ নেই। আবার চেষ্টা করুন।', all: 'সব দেখুন' },
  ne: {
    label: 'तपाईंलाई के चाहिन्छ?',
    search: 'खोज्नुहोस्',
    none: 'केही भेटिएन।',
    failed: 'इन्टरनेट जडान छैन। फेरि प्रयास गर्नुहोस्।',
    all: 'सबै हेर्नुहोस्',
  },
  ur: {
    label: 'آپ کو کیا چاہیے؟',
    search: 'تلاش کریں',
    none: 'کچھ نہیں ملا۔',
    failed: 'کنکشن نہیں ہے۔ دوبارہ کوشش کریں۔',
    all: 'سب دیکھیں',
  },
  zh: { label: '您需要什么？', search: '搜索', none: '没有找到。', failed: '没有网络连接。请再试一次。', all: '查看全部' },
}

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
`

interface Found {
  id: string
  name: string
  organization?: { name?: string }
}

const script = document.currentScript
if (script instanceof HTMLScriptElement) place(script)

function place(at: HTMLScriptElement) {
  const site = new URL(at.src).origin
  const wanted = at.dataset.language ?? document.documentElement.lang
  const facts = LANGUAGES.find(({ code }) => code === wanted.slice(0, 2)) ?? LANGUAGES[0]
  if (!facts) return
  const words = WORDS[facts.code]
  const made = <Element extends HTMLElement>(element: Element, set: Partial<Element>): Element => Object.assign(element, set)
  const create = document.createElement.bind(document)

  const host = made(create('div'), { lang: facts.code, dir: facts.dir })
  const tree = host.attachShadow({ mode: 'closed' })
  // a style sheet made by script needs no permission of the page's own policy
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  tree.adoptedStyleSheets = [sheet]

  const form = create('form')
  form.setAttribute('role', 'search')
  const input = made(create('input'), { id: 'what', type: 'search', maxLength: 200, autocomplete: 'off' })
  form.append(
    made(create('label'), { htmlFor: 'what', textContent: words.label }),
    input,
    made(create('button'), { textContent: words.search }),
  )
  const found = create('div')
  found.setAttribute('role', 'status')
  tree.append(form, found)

  const query = (search: string) => {
    const parameters = new URLSearchParams({ search })
    if (at.dataset.place) parameters.set('place', at.dataset.place)
    return parameters
  }
  const show = (services: Found[], search: string) => {
    if (services.length === 0) return found.replaceChildren(made(create('p'), { textContent: words.none }))
    const list = create('ul')
    for (const { id, name, organization } of services) {
      const item = create('li')
      const link = made(create('a'), {
        href: `${site}/${facts.code}/services/${encodeURIComponent(id)}`,
        textContent: name,
        dir: 'auto',
      })
      item.append(link, made(create('small'), { textContent: organization?.name ?? '', dir: 'auto' }))
      list.append(item)
    }
    const all = made(create('a'), { href: `${site}/${facts.code}/services?${query(search)}`, textContent: words.all })
    return found.replaceChildren(list, all)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const search = input.value.trim()
    if (search === '') return
    const asked = query(search)
    asked.set('lang', facts.code)
    asked.set('per_page', '5')
    asked.set('fold', 'programs')
    fetch(`${site}/api/services?${asked}`, { credentials: 'omit', referrerPolicy: 'no-referrer' })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        const { contents } = (await answer.json()) as { contents: Found[] }
        show(contents, search)
      })
      .catch(() => found.replaceChildren(made(create('p'), { textContent: words.failed })))
  })
  at.after(host)
}
