// Prints the page's headers for a static server, with the hashes of what this build put inline. The backend sends the same (PageHeaders).
import { readFileSync } from 'node:fs'

const hashes = JSON.parse(readFileSync(new URL('../dist/csp.json', import.meta.url), 'utf8'))
const own = (kind) => ["'self'", ...hashes[kind].map((hash) => `'${hash}'`)].join(' ')
const policy = [
  "default-src 'self'",
  `script-src ${own('script')}`,
  `style-src ${own('style')}`,
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')
const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
}
for (const [name, value] of Object.entries(headers)) console.log(`add_header ${name} "${value}" always;`)
// by TLS only; the template says what was by TLS
console.log('add_header Strict-Transport-Security $hsts always;')
