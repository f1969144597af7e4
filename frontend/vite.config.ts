import { lingui } from '@lingui/vite-plugin'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { chunkGroups } from './build/chunkGroups.ts'
import { districts } from './build/districts.ts'
import { icons } from './build/icons.ts'
import { splitTexts } from './build/splitTexts.ts'

export default defineConfig({
  plugins: [
    preact({
      babel: { plugins: ['@lingui/babel-plugin-lingui-macro'] },
      reactAliasesEnabled: false,
      prefreshEnabled: !process.env['VITEST'],
    }),
    splitTexts(),
    lingui(),
    icons(),
    districts(),
  ],
  build: {
    target: ['chrome87', 'safari14', 'firefox88'],
    manifest: true,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
  server: {
    port: 5173,
    proxy: { '/api': process.env['BALCAO_API'] ?? 'http://localhost:8080' },
  },
  test: {
    environment: 'jsdom',
    testTimeout: 30_000,
    environmentOptions: { jsdom: { url: 'https://balcao.test/pt/' } },
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
  },
})
