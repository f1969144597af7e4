/** What the entry page shares with others: it waits for nothing else. */
const ENTRY =
  /\/src\/(api\/(suggestions|http|wire)|model\/(serviceQuery|typedWords|contactCentre)|ui\/(suggesting-input|search-box|phone|select|field|useNow|useOnline)|features\/shared\/(needs|Urgent|helplines|useSuggesting))\b/

/** The rules of eligibility, and what shows their answers. */
const RULES = /\/src\/(eligibility|api\/eligibility|features\/eligibility|features\/shared\/moneyFacts)\b/

/** Asking for help, and being somebody who answers: what the pages of one listing and of one request have in common. */
const REQUESTS =
  /\/src\/(api\/(referrals|private|challenges|session|protection|proofOfWork)|features\/(request|shared\/(staffSession|idle|stateWords|CodeSlip|Working|Unreached|spokenLanguages)))\b/

/** What shows the directory. Scripts of the staff, texts and data stay as they fall. */
const DIRECTORY = /\/src\/(api\/(?!upkeep)|model\/|ui\/|features\/shared\/(?!providerSignIn))|\/node_modules\/@tanstack\//

const OTHERS = new RegExp(`${ENTRY.source}|${RULES.source}|${REQUESTS.source}`)

const script = (id: string) => /\.tsx?$/.test(id)

/**
 * How modules are put together into files. On a slow network each file costs a wait of its own, so a page is to need few: what every page
 * loads is one file, and what several pages share is one file for each thing that pages are about.
 */
export const chunkGroups = [
  { name: 'app', tags: ['$initial' as const], priority: 5 },
  { name: 'entry', test: (id: string) => script(id) && ENTRY.test(id), minShareCount: 2, priority: 4 },
  {
    name: 'directory',
    test: (id: string) => DIRECTORY.test(id) && !OTHERS.test(id) && !id.endsWith('.css'),
    minShareCount: 2,
    priority: 3,
  },
  { name: 'requests', test: (id: string) => script(id) && REQUESTS.test(id), minShareCount: 2, priority: 2 },
  { name: 'rules', test: (id: string) => script(id) && RULES.test(id), minShareCount: 2, priority: 1 },
]
