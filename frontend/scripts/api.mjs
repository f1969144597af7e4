// Writes the types of the API from the contract at the top of the repository.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { status } = spawnSync(
  join(root, 'node_modules/.bin/openapi-typescript'),
  ['../openapi.yaml', '-o', 'src/api/generated/openapi.ts'],
  { cwd: root, stdio: 'inherit' },
)
process.exitCode = status ?? 1
