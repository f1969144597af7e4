// The texts of page, listings, rules, agreement and topics: `node scripts/texts.mjs` checks them in all languages, `… extract` takes new texts out of the data.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))
const { module } = await runnerImport('./build/texts/command.ts')
if (process.argv[2] === 'extract') {
  for (const line of module.extractListings()) console.log(line)
} else {
  const { lines, faults } = module.checkTexts()
  for (const line of lines) console.log(line)
  for (const fault of faults.slice(0, 100)) console.log(`  ${fault}`)
  console.log(faults.length === 0 ? 'Every text is there in every language, without a fault.' : `${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
