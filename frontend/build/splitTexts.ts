import { readFileSync } from 'node:fs'
import { createCompiledCatalog } from '@lingui/cli/api'
import { generateMessageId } from '@lingui/message-utils/generateMessageId'
import PO from 'pofile'
import type { Plugin } from 'vite'

const PART = /^(.*\/locales\/(\w+)\.po)\?(first|rest)$/

/** Where the texts of the entry page stand. The build fails where the entry page has a text from elsewhere. */
const FIRST = /^src\/(app|ui|features\/home)\/|^src\/features\/shared\/(Urgent|helplines|needs)\b/

type Item = InstanceType<typeof PO>['items'][number]

export const isFirst = ({ references }: Pick<Item, 'references'>): boolean => references.some((file) => FIRST.test(file))

/** A catalogue in two parts: what the entry page needs, and the rest, which comes with the first other page. */
export function splitTexts(): Plugin {
  return {
    name: 'balcao-split-texts',
    enforce: 'pre',
    load(id) {
      const [, file, language, part] = PART.exec(id) ?? []
      if (file === undefined || language === undefined) return undefined
      this.addWatchFile(file)
      const items = PO.parse(readFileSync(file, 'utf8')).items.filter(
        (item) => !item.obsolete && isFirst(item) === (part === 'first'),
      )
      const texts = items.map(
        (item) => [generateMessageId(item.msgid, item.msgctxt ?? undefined), item.msgstr[0] || item.msgid] as const,
      )
      const { source } = createCompiledCatalog(language, Object.fromEntries(texts), { namespace: 'es' })
      return { code: source, moduleType: 'js' }
    },
  }
}
