import type { Suggesting } from './SuggestingInput'

/** Offers the same three things whatever is typed. */
export const suggesting: Suggesting = {
  suggest: async () => [
    { kind: 'need', key: 'portuguese', name: 'Aprender português', language: 'pt' },
    { kind: 'place', key: '1312', name: 'Porto', level: 'municipality', language: 'pt' },
    { kind: 'service', key: 's1', name: 'Aulas de português da Casa Aberta', language: 'pt' },
  ],
  onChoose: () => undefined,
}
