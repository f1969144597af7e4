import { defineConfig } from '@lingui/cli'

export default defineConfig({
  sourceLocale: 'pt',
  locales: ['pt', 'en', 'fr', 'es', 'uk', 'ar', 'ru', 'hi', 'bn', 'ne', 'ur', 'zh'],
  compileNamespace: 'es',
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}',
      include: ['src'],
      exclude: ['**/*.test.*', '**/*.examples.*', '**/examples/**', '**/testing/**', '**/generated/**', '**/sw/**'],
    },
  ],
  format: 'po',
  formatOptions: { lineNumbers: false },
  orderBy: 'message',
})
