import type { RunProblem } from '../../api/sync'

/** The source of the data that the program comes with: their deliveries are shown, and nobody delivers in its name. */
export const STARTER = 'portugal'

/** The words of what is delivered from partners' systems, as those of the desk: in Portuguese. */
export const S = {
  sourceWaits: 'Esta fonte ainda espera que outra pessoa da equipa nacional a confirme: até lá não entrega nada.',
  starter:
    'O que vem com o programa. Cada versão nova traz aqui as suas correções e traduções, e deixa como está tudo o que alguém aqui mudou, entrega, confirmou, retirou ou fundiu.',
  keys: 'Ligar o vosso sistema',
  keysHint:
    'O vosso programa entra com uma chave sua (OAuth 2.0, client credentials), com o papel partner-client, a vossa organização e o âmbito listing:write. A chave é dada e retirada pela equipa nacional, no fornecedor de identidade, e nunca passa por esta página.',
  issuer: 'Onde se troca a chave por um acesso:',
  noIssuer: 'Aqui não há fornecedor de identidade: na sala de treino as chaves não existem.',
  commands: (address: string) =>
    [
      '# um registo (HSDS 3); o mesmo outra vez não muda nada',
      `curl -X PUT ${address}/services/O-VOSSO-ID -H "Authorization: Bearer $TOKEN" \\`,
      '  -H \'Content-Type: application/json\' -d \'{"name": "…", "status": "active"}\'',
      '# um que já cá estava: dizer qual é, antes de o entregar',
      `curl -X PUT ${address}/services/O-VOSSO-ID/record -H "Authorization: Bearer $TOKEN" \\`,
      '  -H \'Content-Type: application/json\' -d \'{"record_id": "…"}\'',
      '# a lista toda; primeiro só o plano',
      `curl -X POST '${address}/runs?dry_run=true' -H "Authorization: Bearer $TOKEN" --data-binary @lista.zip`,
      '# tirar um',
      `curl -X DELETE ${address}/services/O-VOSSO-ID -H "Authorization: Bearer $TOKEN"`,
    ].join('\n'),
  title: 'As nossas listagens',
  hint: 'Entregue aqui a lista do seu sistema: HSDS (JSON, JSON Lines ou tabelas em zip), Open Referral UK, Ohana, ou uma folha de cálculo. Nada se perde em silêncio: vê o que acontece a cada registo.',
  sources: 'As suas origens',
  newSource: 'Nova origem',
  sourceId: 'Nome curto (minúsculas, algarismos, - . _)',
  sourceName: 'Como se chama',
  create: 'Criar',
  taken: 'Esse nome já é de outra organização, ou não serve.',
  file: 'Ficheiro',
  snapshot: 'É a lista completa: retirar o que não está nela',
  plan: 'Ver primeiro o que muda',
  deliver: 'Publicar já',
  busy: 'Outra entrega desta origem está a ser tratada. Espere que acabe.',
  runs: 'Entregas',
  noRuns: 'Ainda não há entregas.',
  report: 'Relatório',
  apply: 'Publicar isto',
  drop: 'Não publicar',
  stop: 'Parar',
  all: 'Tudo',
  line: 'linha',
  perhaps: 'talvez',
  kept: 'fica com outro',
  publicPage: 'Ver como aparece',
  working: 'A tratar…',
  nothing: 'nada',
  before: 'antes',
  after: 'depois',
  harvest: 'Ir buscar a um endereço',
  harvestHint: 'Se a sua lista está na Internet, vamos lá buscá-la todos os dias: um ficheiro, ou uma API HSDS.',
  harvestKind: 'O que lá está',
  address: 'Endereço (https)',
  fetchFromNow: 'Ir buscar todos os dias',
  fetchNow: 'Ir buscar agora',
  fetchNoMore: 'Deixar de ir buscar',
  everyHours: (hours: number) => (hours === 24 ? 'uma vez por dia' : `de ${hours} em ${hours} horas`),
  lastTime: 'última vez:',
  webhooks: 'Avisar o nosso sistema quando algo muda',
  webhooksHint:
    'Enviamos uma mensagem assinada (Standard Webhooks) por cada registo que muda. Se o seu sistema não responder, tentamos outra vez durante três dias.',
  tellAddress: 'Endereço do seu sistema (https)',
  tellFromNow: 'Avisar a partir de agora',
  on: 'a avisar',
  off: 'desligado',
  switchOn: 'Ligar',
  switchOff: 'Desligar',
  tryOut: 'Experimentar',
  remove: 'Apagar',
  replay: 'Enviar outra vez o que ficou parado',
  arrived: 'Chegou e foi aceite.',
}

export const HARVEST_KINDS: Record<string, string> = {
  hsds: 'Uma API HSDS',
  file: 'Um ficheiro (HSDS, Open Referral UK, Ohana, folha de cálculo)',
}

export const MESSAGE_STATES: Record<string, string> = {
  waiting: 'à espera',
  delivered: 'entregue',
  parked: 'parada',
  gone: 'desligado: o endereço respondeu que já não existe (410)',
  failing: 'desligado: nada chegou em cinco dias',
}

export const STATES: Record<string, string> = {
  received: 'recebida',
  planned: 'plano pronto: nada mudou ainda',
  needs_decision: 'à espera de uma decisão',
  applying: 'a publicar',
  done: 'publicada',
  done_with_problems: 'publicada, com registos por corrigir',
  failed: 'recusada',
  cancelled: 'não publicada',
}

export const COUNTS: Record<string, string> = {
  create: 'a criar',
  update: 'a mudar',
  keep: 'iguais',
  withdraw: 'a retirar',
  skip: 'postos de lado',
  quarantine: 'com erros',
  created: 'criados',
  updated: 'mudados',
  kept: 'iguais',
  withdrawn: 'retirados',
  skipped: 'postos de lado',
  quarantined: 'com erros',
  read: 'lidos',
}

const TYPES: Record<string, string> = {
  organizations: 'organização',
  programs: 'programa',
  services: 'serviço',
  locations: 'local',
  service_at_locations: 'serviço num local',
  taxonomies: 'vocabulário',
  taxonomy_terms: 'termo',
  one_stop_centres: 'balcão único',
}

export const typeWords = (type: string) => TYPES[type] ?? type

const CODES: Record<string, string> = {
  missing: 'falta',
  not_an_object: 'não é um registo',
  not_a_value: 'devia ser um só valor',
  not_a_list: 'devia ser uma lista, e não tão longa',
  not_a_word: 'não é um dos valores possíveis',
  not_an_email: 'não é um endereço de e-mail',
  not_a_web_address: 'não é um endereço da Internet',
  not_a_telephone: 'não é um número de telefone',
  not_a_language: 'não é um código de língua, como pt',
  not_a_country: 'não é um código de país, como PT',
  not_a_number: 'não é um número',
  not_a_date: 'não é uma data como 2026-11-26',
  not_a_time: 'não é uma hora como 09:30',
  not_days: 'não são dias como MO,TU',
  not_yes_or_no: 'devia ser sim ou não',
  not_text: 'tem caracteres que não são texto',
  not_an_id: 'não é um identificador',
  not_a_timezone: 'não é um fuso horário como Europe/Lisbon',
  not_numbers: 'não é uma lista de números como 1,15',
  before_its_begin: 'acaba antes de começar',
  too_deep: 'tem objetos dentro de objetos sem fim',
  too_large: 'é grande demais',
  takes_too_long: 'demora demasiado na base de dados',
  not_possible: 'não se consegue tratar: diga-nos a linha',
  more: 'há mais destes avisos',
  taken_as: 'foi lido como o valor parecido',
  rounded: 'foi arredondado',
  not_a_pair: 'falta o outro valor do par',
  not_on_earth: 'não é um ponto da Terra',
  count_and_until: 'tem número de vezes e data final: só uma pode ficar',
  too_long: 'é demasiado longo',
  markup: 'tem código HTML: escreva só texto',
  formula: 'começa como uma fórmula',
  not_a_nif: 'não é um NIF: o último algarismo não bate certo',
  twice: 'aparece duas vezes: conta a primeira',
  organization_not_yours: 'é outra organização: a equipa nacional tem de a acrescentar',
  reference_not_known: 'aponta para um registo que não existe ou que tem erros',
  parent_circle: 'leva de volta ao próprio registo: ficou sem isso',
  parent_too_deep: 'está no fim de demasiados níveis: ficou sem isso',
  place_twice: 'é o mesmo serviço no mesmo local: conta o primeiro',
  reference_left_out: 'apontava para um registo que não existe: ficou sem isso',
  place_not_known: 'não é um concelho conhecido',
  place_found: 'o concelho foi encontrado pelo nome',
  clashes: 'choca com o que já existe',
  moved: 'alguém mudou isto entretanto: entregue outra vez',
  in_use: 'é a sua própria organização, ou serviços de outros precisam disto: fica',
  not_yours: 'agora é de outra organização: fica',
  locked: 'a equipa nacional tem isto trancado: fica',
  looked_after: 'alguém aqui já trata disto: fica como está',
  gone_here: 'foi retirado ou fundido aqui: não volta',
  not_shipped: 'já não vem com o programa: fica até alguém aqui o retirar',
  not_taken: 'não cabe no que já cá está',
  named_otherwise: 'tem também outro nome: fica',
  national_word: 'é de uma lista da equipa nacional: use uma lista sua',
  national_team_only: 'só a equipa nacional trata disto',
  id_taken: 'é o identificador de um registo de outra fonte: use outro',
  name_of_another: 'é o nome de outra organização ou de uma linha trancada: use um nome seu',
  owner_not_known: 'é parte de um registo que não vem no pacote',
  kind_not_known: 'não se percebe o que é',
  not_json: 'não é JSON',
  empty_left_out: 'estava vazio',
  trimmed: 'tinha espaços a mais',
  taken_as_text: 'era um número e ficou como texto',
  telephone_written_out: 'o número foi escrito por inteiro',
  telephone_not_known: 'o número não é de nenhum plano conhecido',
  offset_left_out: 'tinha fuso horário: contam as horas do local',
  not_kept: 'não se guarda aqui',
}

/** What is wrong, or what was done, at which place of the record. */
export const problemWords = ({ level, pointer, code, message, nearest }: RunProblem): string =>
  [
    pointer,
    CODES[code] ?? message,
    level === 'left_out' && '(ficou de fora; o resto conta)',
    nearest && `(${S.perhaps}: ${nearest})`,
  ]
    .filter(Boolean)
    .join(' ')

const REASONS: Record<string, string> = {
  empty: 'O ficheiro não tem registos. Um ficheiro vazio não retira nada.',
  too_large: 'O ficheiro, ou um texto nele, é grande demais.',
  bomb: 'O pacote é muito maior por dentro do que por fora.',
  encoding: 'O ficheiro não está em UTF-8.',
  not_json: 'O JSON está incompleto ou malformado.',
  not_csv: 'A tabela está malformada.',
  not_zip: 'O pacote zip está estragado.',
  not_xlsx: 'A folha de cálculo não se consegue ler.',
  not_hsds: 'O pacote não tem tabelas de organizações, serviços nem locais.',
  not_a_format: 'XML e HTML não são aceites.',
  columns_not_known: 'Nenhuma coluna se chama nome, name ou serviço.',
  not_possible: 'Não se conseguiu tratar. Quem gere este sítio encontra a razão no registo do programa.',
  not_an_address: 'Não é um endereço que comece por https://.',
  address_not_public: 'O endereço leva a uma rede interna, e não à Internet.',
  not_reachable: 'Ninguém responde nesse endereço, ou o certificado não serve.',
  too_slow: 'A resposta não chegou a tempo.',
  takes_too_long: 'Demorou tempo demais. Entregue menos registos de cada vez, ou mais tarde.',
  refused: 'O servidor respondeu que não.',
  gone: 'O endereço respondeu que já não existe (410).',
  withdraws_many: 'Isto retiraria mais de um décimo dos seus registos. Confirme que é isso que quer.',
}

/** Why a delivery was refused as a whole, or what has to be decided: its code stands before a colon. */
export const reasonWords = (reason: string): string => REASONS[reason.split(':')[0] ?? ''] ?? reason

/** What of a part nobody reads: its id, and how it came about. */
const UNSAID: ReadonlySet<string> = new Set(['id', 'origin', 'reviewed', 'source', 'type'])

/** A value of a record as a person reads it: of a part what it says, one after the other. */
export const valueWords = (value: unknown): string => {
  if (value === null || value === undefined) return S.nothing
  if (Array.isArray(value)) return value.length === 0 ? S.nothing : value.map(valueWords).join('; ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([field]) => !UNSAID.has(field))
    .map(([, said]) => valueWords(said))
    .join(' · ')
}

const HOLDERS: Record<string, string> = {
  review: 'espera pela equipa nacional',
  holder: 'de quem é o registo',
  page: 'mudado na página',
}

/** Who says what a field says now: a source by its name, or what stands where there is none. */
export const holderWords = (heldBy: string): string => HOLDERS[heldBy] ?? heldBy
