#!/usr/bin/env node
// Writes the questions of the search figures into a folder, a file for each kind with a path a line, always the same ones.
// usage: bench/questions.mjs FOLDER BASE < places.csv
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
let seed = 20261125
const random = (most) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most
const pick = (list) => list[random(list.length)]
const towns = readFileSync(0, 'utf8').split('\n').slice(1).map((line) => line.split(',')).filter((cells) => cells[0] === 'municipality' && cells[7])
const common = ['apoio', 'documentos', 'migrantes', 'serviço', 'informação', 'trabalho', 'social', 'saúde', 'portugal', 'registo', 'support', 'help']
const two = [['aulas', 'português'], ['apoio', 'jurídico'], ['contrato', 'trabalho'], ['cartão', 'residência'], ['número', 'utente'], ['banco', 'alimentar'], ['legal', 'aid'], ['health', 'centre']]
const typos = ['documetos', 'residencai', 'portugues clases', 'juridco', 'emprgo', 'trablho', 'refugiadso', 'voluntarioo', 'alojamneto', 'traducao medca']
const needs = ['documents.residence', 'health', 'housing', 'employment', 'language', 'legal', 'food', 'education', 'children', 'documents']
const languages = ['uk', 'ar', 'en', 'fr', 'hi', 'bn', 'ru', 'es']
const begun = ['do', 'doc', 'apo', 'por', 'lis', 'por', 'sau', 'tra', 'res', 'ref', 'men', 'cri', 'esc', 'jur', 'ali']
const near = () => {
  const town = pick(towns)
  return `lat=${Number(town[7]).toFixed(3)}&lon=${Number(town[8]).toFixed(3)}`
}
const search = (words) => `search=${encodeURIComponent(words)}`
const list = (question) => `/api/services?per_page=20&lang=${pick(['pt', 'en', 'uk,en,pt'])}&${question}`
const kinds = {
  'common-word': () => list(search(pick(common))),
  'two-words': () => list(search(pick(two).join(' '))),
  'word-and-town': () => list(search(`${pick(common)} ${pick(towns)[2]}`)),
  typo: () => list(search(pick(typos))),
  'need-near': () => list(`taxonomy_term_id=${pick(needs)}&${near()}&radius=20000&sort=distance`),
  everything: () => list(`${search(pick(common))}&taxonomy_term_id=${pick(needs)}&${near()}&radius=50000&language=${pick(languages)}&open_at=2026-11-25T11:${10 + random(50)}:00Z`),
  facets: () => `/api/services/facets?lang=pt&${search(pick(two).join(' '))}&place=${pick(towns)[1]}`,
  suggestions: () => `/api/suggestions?lang=pt&${search(pick(begun))}`,
}
for (const [kind, make] of Object.entries(kinds)) {
  writeFileSync(join(folder, kind), Array.from({ length: 500 }, make).join('\n') + '\n')
}
