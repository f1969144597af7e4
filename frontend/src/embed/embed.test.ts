import { waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { aPageOf, aService, directoryWith } from '../testing/directory'

/** The box as it stands on somebody's page, and its tree, which is closed to that page. */
async function placed(language: string): Promise<ShadowRoot> {
  const script = Object.assign(document.createElement('script'), { src: 'https://balcao.test/embed.js' })
  script.dataset.language = language
  document.body.replaceChildren(script)
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script)
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  )
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow')
  vi.resetModules()
  await import('./embed')
  return attach.mock.results.at(-1)?.value as ShadowRoot
}

function search(tree: ShadowRoot, words: string) {
  const input = tree.querySelector('input') as HTMLInputElement
  input.value = words
  tree.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
}

it('asks for what is offered, and shows it', async () => {
  const { asked } = directoryWith({ '/services': aPageOf(aService()) })
  const tree = await placed('uk')
  search(tree, 'мова')
  await waitFor(() => expect(tree.querySelector('li')).toHaveTextContent('Aulas de português'))
  expect(asked[0]?.params.get('status')).toBe('active')
})

it.each([
  ['nothing was found', { '/services': aPageOf() }, 'لم يُعثر على شيء.'],
  ['there is no connection', null, 'لا يوجد اتصال. حاول مرة أخرى.'],
])('says in the language of its reader that %s, and names the line to call', async (_, replies, words) => {
  directoryWith(replies)
  const tree = await placed('ar')
  search(tree, 'zzzz')
  const found = tree.querySelector('[role=status]')
  await waitFor(() => expect(found).toHaveTextContent(words))
  expect(found?.querySelector('a')).toHaveAttribute('href', 'tel:+351217115000')
})
