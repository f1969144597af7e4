// The documents that the build writes around what was drawn.

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const META = `<meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#034ad8">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">`

// The backend puts the head of a record in the place of title and description (org.balcao.web.Shell): they stand one after the other.
/**
 * One document of the page. `at` is the address it is complete for; without one it is how any other address begins. `asks` are addresses of the
 * API that the page asks first: they travel beside the scripts, not after them.
 */
export function document({ code, dir, title, description, body, at, asks = [], preload, entry, style }) {
  const links = [
    '<link rel="apple-touch-icon" href="/icon-192.png">',
    `<link rel="manifest" href="/manifest-${code}.webmanifest">`,
    ...asks.map((address) => `<link rel="preload" as="fetch" crossorigin="anonymous" href="${escape(address)}">`),
    ...preload.map((file) => `<link rel="modulepreload" href="${file}">`),
  ]
  return `<!DOCTYPE html>
<html lang="${code}" dir="${dir}">
  <head>
    ${META}
    <title>${escape(title)}</title>
    <meta name="description" content="${escape(description)}">
    ${links.join('\n    ')}
    <style>${style}</style>
    <script type="module" src="${entry}"></script>
  </head>
  <body>
    <div id="root"${at ? ` data-page="${at}"` : ''}>${body}</div>
  </body>
</html>
`
}

/** The marks around what stands in a body while its content is on its way: a server that has the content puts it there. */
export const opened = (body, waiting) => {
  const parts = body.split(waiting)
  if (parts.length !== 2) throw new Error(`A body must have one place for what is on its way, not ${parts.length - 1}`)
  return parts.join(`<!--waiting-->${waiting}<!--/waiting-->`)
}

/** The door of a server that does not choose a language by the browser's wish: links, no script. */
export function chooser({ pages, style }) {
  const link = ({ code, dir, name, choose }) =>
    `<li><a class="button button-second" href="/${code}/" hreflang="${code}" lang="${code}" dir="${dir}"><strong>${name}</strong> <span>${escape(choose)}</span></a></li>`
  return `<!DOCTYPE html>
<html lang="pt" dir="ltr">
  <head>
    ${META}
    <title>Balcão</title>
    <meta name="description" content="${escape(pages[0].description)}">
    <style>${style}</style>
  </head>
  <body>
    <main class="wide page">
      <h1>Balcão</h1>
      <ul class="choose">
        ${pages.map(link).join('\n        ')}
      </ul>
    </main>
  </body>
</html>
`
}

/** What a device needs to keep the page among its apps, in one language. */
export const webManifest = ({ code, dir, title, description }) =>
  JSON.stringify({
    name: title,
    short_name: 'Balcão',
    description,
    lang: code,
    dir,
    id: '/',
    start_url: `/${code}/`,
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#034ad8',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  })

/** What stands in the history of a tab instead of our first page, once somebody left quickly: it leads on to the same ordinary site. */
export const exit = (to) => `<!DOCTYPE html>
<html lang="pt">
  <head>
    <meta charset="utf-8">
    <title>${escape(new URL(to).host)}</title>
    <meta http-equiv="refresh" content="0;url=${escape(to)}">
    <meta name="robots" content="noindex">
  </head>
  <body></body>
</html>
`
