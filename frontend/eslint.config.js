import lingui from 'eslint-plugin-lingui'
import tseslint from 'typescript-eslint'

/** Two questions only, the rest is oxlint's: is every text in the catalogue, and do the layers of the page hold? */
const above = (...layers) => [
  'error',
  {
    patterns: layers.map((layer) => ({
      group: [`**/${layer}/**`],
      message: `The layers are: ui and model, then api, then features, then app. This one may not use ${layer}.`,
    })),
  },
]

export default [
  { ignores: ['dist', 'src/api/generated'] },
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { lingui },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['src/**/*.tsx'],
    ignores: ['src/**/*.test.tsx', 'src/**/*.examples.tsx', 'src/examples/**', 'src/testing/**'],
    rules: {
      'lingui/t-call-in-function': 'error',
      'lingui/no-single-tag-to-translate': 'error',
      'lingui/no-single-variables-to-translate': 'error',
      'lingui/no-trans-inside-trans': 'error',
      'lingui/no-unlocalized-strings': [
        'error',
        {
          ignore: [
            '^(?![A-ZÀ-Ý])\\S+$',
            '^[^A-Za-zÀ-ÿ]*$',
            '^(Balcão|WhatsApp|SMS|Shift|GeoNames|OpenStreetMap|AIMA)$',
            '^M[\\d.\\s]',
            '^Escape$',
            '^Europe/Lisbon$',
            '^UTC$',
            '^(button|page|tone|card)( |$)',
            '· Balcão$',
          ],
          ignoreNames: [
            'className',
            'kind',
            'href',
            'rel',
            'path',
            'd',
            'viewBox',
            'key',
            'name',
            'type',
            'id',
            'icon',
            'as',
            'tone',
            'lang',
            'dir',
            'role',
            'method',
            'action',
            'timeZone',
            'data-page',
            'strokeLinecap',
            'enterKeyHint',
            'autoComplete',
            { regex: { pattern: '^aria-(labelledby|describedby|hidden|current)$' } },
          ],
          ignoreFunctions: [
            'Error',
            'useQuery',
            '*.getElementById',
            '*.querySelector',
            '*.addEventListener',
            '*.removeEventListener',
            'RegExp',
            'Set',
            'Map',
            'linkButton',
            '*.split',
            '*.join',
            '*.get',
            '*.has',
            '*.matchMedia',
            'matchMedia',
          ],
        },
      ],
    },
  },
  {
    files: ['src/ui/**', 'src/model/**', 'src/i18n/**'],
    ignores: ['**/*.test.*'],
    rules: { 'no-restricted-imports': above('api', 'features', 'app') },
  },
  { files: ['src/api/**'], ignores: ['**/*.test.*'], rules: { 'no-restricted-imports': above('features', 'app') } },
  { files: ['src/features/**'], ignores: ['**/*.test.*'], rules: { 'no-restricted-imports': above('app') } },
  ...['home', 'results', 'service', 'organization', 'place', 'location', 'centres', 'about-data', 'accessibility'].map(
    (feature) => ({
      files: [`src/features/${feature}/**`],
      ignores: ['**/*.test.*'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                regex: '^\\.\\./(\\.\\./(features|app)|(?!\\.\\.|shared/))',
                message: 'A feature uses what is below it and features/shared, never another feature.',
              },
            ],
          },
        ],
      },
    }),
  ),
]
