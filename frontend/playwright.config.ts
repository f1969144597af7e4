import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const chromium =
  process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

/** Whole walks through the running product (`BALCAO_URL`), in the Chromium of the machine. */
export default defineConfig({
  testDir: 'e2e',
  workers: process.env['CI'] ? 1 : 2,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: process.env['BALCAO_URL'] ?? 'http://localhost:8080',
    launchOptions: { ...(chromium && { executablePath: chromium }), args: ['--no-sandbox', '--disable-gpu'] },
    locale: 'pt-PT',
    timezoneId: 'Europe/Lisbon',
    viewport: { width: 360, height: 760 },
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
  },
})
