import { FIELDS } from './editing'

/** The words of who looks after listings, as those of the desk: in Portuguese. */
export const U = {
  title: 'Manter certo',
  hint: 'O que diz cada serviço, o que lhe falta, e o que outros dizem que está errado.',
  confirmAll: 'Está tudo certo: confirmar todos com a data de hoje',
  confirm: 'Está certo',
  confirmed: (count: number) => (count === 1 ? '1 serviço confirmado hoje.' : `${count} serviços confirmados hoje.`),
  listings: 'Os serviços, do que ninguém vê há mais tempo',
  none: 'Não há serviços.',
  checked: 'visto em',
  neverChecked: 'nunca visto',
  missing: 'falta:',
  corrections: 'O que os leitores dizem',
  takeIt: 'Aceitar',
  leaveIt: 'Deixar como está',
  takeHint: 'Aceitar agradece a quem avisou; mude depois o serviço.',
  conflicts: 'Dizem coisas diferentes',
  says: 'diz:',
  here: 'aqui está:',
  takeOffered: 'Usar o que diz',
  waiting: 'À espera de uma segunda pessoa',
  confirmEdit: 'Confirmar',
  rejectEdit: 'Rejeitar',
  mineWaits: 'É seu: outra pessoa tem de confirmar.',
  proposals: 'Propostas à espera de uma segunda pessoa',
  review: 'É um nome ou um telefone por que outra organização é conhecida: decide a equipa nacional.',
  newOrganization: 'Nova organização',
  newOrganizationHint: 'Outra pessoa da equipa nacional tem de a confirmar.',
  organizationName: 'Nome',
  organizationDescription: 'O que é',
  website: 'Site (https)',
  propose: 'Propor',
  edit: 'Mudar',
  phone: 'Telefone',
  status: 'Estado',
  reason: 'Porquê? (fica no histórico)',
  save: 'Guardar',
  saved: 'Guardado, e já está na página.',
  savedWaiting: 'Guardado: espera que outra pessoa confirme.',
  nothingChanged: 'Ainda não mudou nada.',
  translation: 'Tradução',
  translated: 'na outra língua',
  reviewed: 'Foi revista por quem fala a língua',
  lock: 'Trancar o que muda até (facultativo)',
  locked: 'trancado até',
  history: 'Histórico',
  noHistory: 'Ainda ninguém mudou nada aqui.',
  undo: 'Voltar atrás',
  undoReason: 'voltar ao que estava',
  preview: 'Ver como a pessoa vê',
  back: 'Voltar a «Manter certo»',
  verifications: 'Quem viu se está certo',
  way: 'Como viu',
  outcome: 'O que encontrou',
  remark: 'O que convém saber da próxima vez (sem nomes de pessoas)',
  keep: 'Registar',
  verified: 'Registado.',
  deadLinks: 'Ligações que já não funcionam',
  deadLinksHint: 'Em três dias diferentes não estava lá nada, e outros sites respondiam.',
  saysGone: 'o site diz:',
  nobodyAnswers: 'ninguém responde',
  since: 'desde',
  from: 'a partir de',
  duplicates: 'Podem ser o mesmo',
  merged: 'O que foi juntado',
  isNow: 'é agora',
  theOther: 'o outro',
  undone: 'desfeito',
  nameless: 'sem nome',
  mergeReason: 'Porque são o mesmo? (fica no histórico)',
  keepOne: 'São o mesmo: fica o 1',
  keepOther: 'São o mesmo: fica o 2',
  areTwo: 'São dois',
  hours: 'Horário',
  opens: 'abre às',
  closes: 'fecha às',
  moreHours: 'Mais um horário',
  takeAway: 'Tirar',
  spoken: 'Línguas que se falam',
  documents: 'Papéis a levar',
  documentsHint: 'Um por linha.',
  address: 'Morada',
  moreAddress: 'Pôr a morada',
  unknown: 'não se sabe',
  yes: 'sim',
  no: 'não',
  otherRecords: 'A organização e os seus sítios',
  find: 'Procurar o que se quer mudar',
  findWords: 'Palavras do nome',
  findIt: 'Procurar',
  oversight: 'O que falta no país',
  notFound: 'Procurado e não encontrado',
  searchesWithout: (count: number, since: string) => `${count} pesquisas sem resultado desde ${since}.`,
  wordsHint: 'Só aparecem palavras procuradas vinte vezes ou mais; quem procurou não fica escrito.',
  refusals: 'Porque se recusaram encaminhamentos',
  refusalsHint: 'Menos de dez não se diz.',
  fewLanguages: 'Línguas com menos de cinco serviços',
  uncovered: 'Distritos sem serviço',
  uncoveredHint: 'Onde não se dá nada no próprio distrito; quase sempre há uma linha ou um serviço para o país todo.',
  notEvenNationwide: 'nem para o país todo',
  allCovered: 'Há pelo menos um serviço para tudo em todos os distritos.',
  nothingYet: 'Nada.',
  locks: 'Campos trancados',
  noLocks: 'Nada está trancado.',
  lockedForGood: 'trancado sem fim',
  release: 'Destrancar',
  releaseReason: 'Porque se destranca?',
  releaseHint: 'Destranca-se quando outra pessoa da equipa nacional confirmar.',
  releaseWaits: 'Proposto: espera que outra pessoa confirme.',
  terms: 'Palavras por que se encontram os serviços',
  nothingFound: 'Nada com estas palavras.',
}

/** What speaks for two records being one, or against it. */
export const SAME: Record<string, string> = {
  same_tax_id: 'o mesmo NIF',
  same_identifier: 'o mesmo número',
  same_name: 'o mesmo nome',
  similar_name: 'nomes parecidos',
  same_website: 'o mesmo site',
  same_email: 'o mesmo e-mail',
  same_phone: 'o mesmo telefone',
  same_address: 'a mesma morada',
  same_organization: 'da mesma organização',
  same_place: 'no mesmo sítio',
  other_place: 'em sítios diferentes',
  similar_description: 'textos parecidos',
  near: 'a menos de 50 metros',
}

/** Where a record is changed. */
export const recordLink = (type: string, id: string) =>
  type === 'services' ? `/desk/upkeep/${id}` : `/desk/upkeep/${type}/${id}`

/** How somebody looked at a service. */
export const WAYS: Record<string, string> = {
  phone: 'telefonou',
  visit: 'foi lá',
  mail: 'escreveu',
  website: 'leu o site',
}

/** The ways, and what is written when who gives it confirms on our page. */
export const WAYS_SEEN: Record<string, string> = { ...WAYS, page: 'confirmou aqui' }

export const OUTCOMES: Record<string, string> = {
  confirmed: 'está tudo certo',
  changed: 'mudou alguma coisa',
  no_answer: 'ninguém respondeu',
  closed: 'fechou',
}

export const FRESHNESS: Record<string, string> = {
  ageing: 'marcado como não confirmado',
  stale: 'no fim das listas',
  hidden: 'fora da pesquisa',
}

export const MISSING: Record<string, string> = {
  description: 'o que é',
  contact: 'um contacto',
  hours: 'o horário',
  place: 'o sítio',
  languages: 'as línguas',
  documents: 'os papéis a levar',
  eligibility: 'para quem é',
  cost: 'quanto custa',
  translation: 'o nome em inglês',
  check: 'ser visto nos últimos seis meses',
}

export const ABOUT: Record<string, string> = {
  wrong: 'está errado',
  closed: 'fechou',
  moved: 'mudou de sítio',
  scam: 'BURLA',
  other: 'outra coisa',
}

export const EDIT_STATES: Record<string, string> = {
  waiting: 'à espera',
  applied: 'feito',
  rejected: 'rejeitado',
  rolled_back: 'desfeito',
}

export const fieldWords = (field: string): string => FIELDS[field] ?? field

/** What one of the national team proposes, by action. */
export const PROPOSED: Record<string, string> = {
  merge: 'Juntar',
  undo_merge: 'Separar de novo',
  release_lock: 'Destrancar',
  settle_conflict: 'Decidir o que vale',
  confirm_source: 'Fonte da equipa nacional',
}
