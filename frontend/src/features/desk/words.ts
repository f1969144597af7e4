import type { Referral } from '../../model/referral'

/** The desks' own words. They work in Portuguese, in every language of the page. */
export const W = {
  title: 'Balcão das equipas',
  signIn: 'Entrar',
  signInAs: 'Entrar como',
  practiceTag: 'Sala de treino: nada é verdadeiro',
  practice:
    'Sala de treino: estas pessoas são inventadas, nenhuma organização verdadeira recebe nada, e nada sai deste computador.',
  signInRefused: 'Não foi possível entrar: a conta não tem um papel aqui, ou o pedido não chegou ao fim. Tente outra vez.',
  otherAccount: 'Sair desta conta e entrar com outra',
  signInBeside: 'Entrar numa janela ao lado',
  signInHere: 'Entrar aqui (perde-se o que estava escrito)',
  noWindow: 'O navegador não abriu a janela: autorize as janelas deste site, ou entre aqui.',
  closeWindow: 'Já entrou: pode fechar esta janela e voltar à anterior.',
  idleSoon: 'Há algum tempo que ninguém usa esta página: a sessão termina dentro de um minuto.',
  stillHere: 'Continuar',
  endedIdle: 'A sessão terminou porque ninguém usou esta página durante algum tempo. Entre outra vez.',
  endedExpired: 'A sessão chegou ao fim do seu prazo. Entre outra vez.',
  endedElsewhere: 'A sessão terminou porque alguém saiu noutro separador. Entre outra vez.',
  waits:
    'O que estava escrito fica escondido neste separador durante meia hora: aparece se a mesma pessoa entrar, e apaga-se se entrar outra.',
  provider: 'Entre com a conta da sua organização.',
  none: 'Aqui ainda ninguém pode entrar: falta ligar o servidor de identidade (OIDC_AUTH_SERVER_URL).',
  signedIn: 'Entrou como',
  signOut: 'Sair',
  start: 'Começar um atendimento',
  startHint: 'Procure pelo que a pessoa precisa, ou leia o código que ela mostra no telemóvel.',
  needSearch: 'Do que precisa a pessoa?',
  search: 'Procurar',
  handedOver: 'O que a pessoa disse no telemóvel dela',
  handedOverHint: 'Fica só neste separador. Confirme com a pessoa antes de enviar.',
  handedOverWrong: 'O código não se lê: peça à pessoa que o mostre outra vez.',
  handOverHow:
    'No telemóvel da pessoa: «O que posso pedir?», e no fim «Mostrar ao balcão». Leia a imagem com um leitor ou com outro telemóvel.',
  mayGet: 'O que as regras dizem',
  draftRules: '(regras em rascunho)',
  forget: 'Esquecer',
  takesReferrals: 'recebe pedidos',
  ruleFacts: 'O que as regras deste serviço perguntam (facultativo)',
  ruleFactsHint: 'Só estas respostas seguem com o pedido, e só as que preencher.',
  askedBy: 'Perguntado por:',
  notKnown: 'Não se sabe',
  yes: 'Sim',
  no: 'Não',
  prepared: 'Preenchido a partir do pedido anterior da mesma pessoa. Confirme com ela.',
  sameContact: 'Usar o mesmo contacto (fica registado)',
  prepareNext: 'Preparar a passagem',
  vital: 'Não se pode pedir o acordo: há perigo de vida',
  vitalHint:
    'Interesse vital (RGPD, artigo 6.º, n.º 1, d). Outra pessoa deste balcão tem de confirmar, e a proteção de dados vê-o no mesmo dia.',
  vitalReason: 'Porquê',
  vitalAsk: 'Pedir a confirmação de um colega',
  vitalWaits: 'À espera de que um colega confirme, em «Balcão das equipas».',
  vitalConfirmed: 'Confirmado por um colega: pode enviar sem acordo.',
  vitalCheck: 'Ver se já foi confirmado',
  vitalList: 'Sem acordo, por perigo de vida: à espera de confirmação',
  vitalConfirm: 'Confirmo',
  vitalMine: 'pedido por si',
  vitalAll: 'Enviados, ou por enviar, sem acordo',
  vitalNot: 'não confirmado',
  vitalUnused: 'não usado',
  notes: 'Mais',
  tried: 'Tentei contactar, sem resposta',
  ask: 'Perguntar a quem enviou',
  answer: 'Responder',
  audit: 'Proteção de dados',
  breach: 'Depois de uma fuga: o que uma conta tocou',
  subject: 'Conta (como o servidor de identidade lhe chama)',
  organizationId: 'ou organização (o seu identificador)',
  from: 'Desde',
  to: 'Até',
  look: 'Ver',
  saveTable: 'Guardar a tabela toda (CSV)',
  touched: 'pedidos tocados',
  openedOnes: 'com o contacto aberto',
  received: 'Recebidos',
  sent: 'Enviados',
  open: 'Abertos',
  ended: 'Terminados',
  countOpen: 'abertos',
  countWaiting: 'por responder',
  countToday: 'para hoje',
  countOverdue: 'em atraso',
  nothing: 'Não há pedidos aqui.',
  more: 'Ver mais',
  send: 'Encaminhar uma pessoa',
  sendHint: 'Procure o serviço, abra-o, e escolha «Encaminhar uma pessoa».',
  toSearch: 'Procurar o serviço',
  noRole: 'O seu papel não vê pedidos.',
  overdue: 'em atraso',
  due: 'até',
  sentOn: 'enviado em',
  back: 'Voltar à lista',
  need: 'Precisa de',
  languages: 'Línguas',
  interpreter: 'com intérprete',
  municipality: 'Concelho',
  age: 'Idade',
  household: 'Agregado',
  accessibility: 'Acessibilidade',
  facts: 'O que as regras perguntam',
  documents: 'Traz consigo',
  deadline: 'Programa termina em',
  deadlineHint: 'Último dia do programa de 18 meses, se estiver nele. Avisamos 60, 30 e 10 dias antes.',
  handOver: 'O programa está a terminar: prepare a passagem à Segurança Social.',
  toSocialSecurity: 'Procurar o acompanhamento depois dos 18 meses',
  figures: 'Os nossos números',
  figuresHidden: 'Aparecem a partir de dez pedidos.',
  person: 'Como contactar',
  sealed: 'O nome e o contacto abrem quando aceitar.',
  openPerson: 'Ver o nome e o contacto (fica registado)',
  steps: 'O que pode fazer',
  history: 'O que aconteceu',
  legs: 'Percurso',
  choose: 'Escolha',
  reason: 'Motivo',
  outcome: 'Resultado',
  until: 'Voltar a ver em',
  contactedOn: 'Contactada em',
  service: 'Serviço',
  suggest: 'Serviço a sugerir (facultativo)',
  remark: 'Explique em poucas palavras, sem dados da pessoa',
  confirm: 'Confirmar',
  cancel: 'Cancelar',
  stale: 'Alguém mudou este pedido entretanto. Está aqui como ficou: decida outra vez.',
  refused: 'Não foi aceite. Veja os campos marcados.',
  offline: 'Não chegou: não há ligação. Nada se perdeu; tente outra vez.',
  fault: 'O problema é do servidor, não da ligação. Nada se perdeu; tente outra vez daqui a pouco.',
  double: 'O vosso balcão já tem um pedido aberto para este serviço com este contacto.',
  anotherPerson: 'É outra pessoa da mesma família, com o mesmo contacto',
  newCode: 'Imprimir outro código (o antigo deixa de servir)',
  newCodeFor: 'A pessoa fez o pedido sozinha. Como sabe que é ela?',
  inPerson: 'Está aqui ao balcão',
  calledBack: 'Ligámos ou escrevemos para o contacto do pedido',
  newCodeWarning: 'Com o código pode retirar-se o pedido e apagar os dados. A pessoa recebe um aviso, e vê quem o imprimiu.',
  noMessage: 'não deixar mensagens',
  doNotSayWho: 'não dizer quem liga',
  called: 'Nome pelo qual quer ser chamada',
  channel: 'Contacto',
  contact: 'Número ou endereço',
  hours: 'Horas',
  note: 'Nota (sem números, datas nem história)',
  priority: 'Prioridade',
  emergencyNotice: 'Emergência: telefone já ao serviço antes de enviar.',
  agreement: 'Acordo da pessoa',
  agreementHint: 'Leia este texto na língua da pessoa, ou dê-lho a ler.',
  unreviewed: 'Texto por rever por um jurista e por um falante nativo.',
  mode: 'Como concordou',
  readBy: 'Lido por',
  agreeReceiver: 'Concorda que o pedido vá para este serviço',
  agreeOnward: 'Concorda que este serviço o passe a outro do mesmo tipo',
  agreeContact: 'Concorda em ser avisada de novidades',
  submit: 'Enviar o pedido',
  printInstead: 'Não concorda: mostrar só a morada e o telefone',
  sentTitle: 'Pedido enviado',
  sheet: 'Folha para a pessoa',
  printSheet: 'Imprimir a folha',
  toReferral: 'Abrir o pedido',
  notTaking: 'Este serviço não recebe pedidos pelo Balcão. Ligue, ou escolha outro.',
} as const

export const ROLES: Record<string, string> = {
  mediator: 'mediação',
  'partner-editor': 'parceiro',
  'partner-client': 'sistema de um parceiro',
  'national-editor': 'equipa nacional, dados',
  'national-admin': 'equipa nacional, acessos',
  auditor: 'proteção de dados',
}

export const PRIORITIES: Record<string, string> = {
  normal: 'Normal (10 dias úteis)',
  urgent: 'Urgente (72 horas)',
  emergency: 'Emergência (24 horas)',
}

export const CHANNELS: Record<string, string> = {
  phone: 'Telefone',
  email: 'E-mail',
  desk: 'Através deste balcão',
  returns: 'A pessoa volta com o código',
}

export const HOURS: Record<string, string> = {
  any: 'Qualquer hora',
  morning: 'De manhã',
  afternoon: 'De tarde',
  evening: 'Ao fim do dia',
}

export const AGES: Record<string, string> = {
  '13-17': '13 a 17 anos',
  '18-29': '18 a 29 anos',
  '30-64': '30 a 64 anos',
  '65+': '65 anos ou mais',
}

export const HOUSEHOLDS: Record<string, string> = {
  '1': '1 pessoa',
  '2': '2 pessoas',
  '3-4': '3 ou 4 pessoas',
  '5+': '5 ou mais pessoas',
}

export const DOCUMENTS: Record<string, string> = {
  residence_permit: 'Título de residência',
  permit_receipt: 'Comprovativo do pedido',
  protection_receipt: 'Comprovativo de proteção',
  passport: 'Passaporte',
  identity_card: 'Cartão de identidade',
  visa: 'Visto',
  proof_of_address: 'Comprovativo de morada',
  proof_of_income: 'Comprovativo de rendimentos',
  birth_certificate: 'Certidão de nascimento',
  school_record: 'Papéis da escola',
  work_contract: 'Contrato de trabalho',
  degree: 'Diploma',
  none: 'Nenhum documento',
}

export const ACCESSIBILITY: Record<string, string> = {
  wheelchair: 'cadeira de rodas',
  sign_language: 'língua gestual',
  low_vision: 'baixa visão',
  hearing: 'ouve mal',
  reading_help: 'precisa de ajuda para ler',
  companion: 'vem acompanhada',
}

export const DECLINE: Record<string, string> = {
  no_capacity: 'Sem vagas',
  not_eligible: 'Não reúne as condições',
  outside_area: 'Fora da nossa área',
  wrong_service: 'Não é este o serviço',
  language_not_covered: 'Não falamos a língua',
  missing_information: 'Falta informação',
  duplicate: 'Pedido repetido',
  service_closed: 'Serviço fechado',
  conflict_of_interest: 'Conflito de interesses',
  better_placed: 'Outro serviço responde melhor',
  other: 'Outro',
}

export const OUTCOMES: Record<string, string> = {
  got_help: 'Recebeu a ajuda',
  partly_helped: 'Recebeu ajuda em parte',
  referred_on: 'Passada a outro serviço',
  not_eligible: 'Não reúne as condições',
  no_capacity: 'Sem vagas',
  person_declined: 'A pessoa não quis',
  person_unreachable: 'Não foi possível contactar',
  no_show: 'Não apareceu',
  met_elsewhere: 'Resolvido noutro lado',
  moved_away: 'Mudou de terra',
  other: 'Outro',
}

export const WITHDRAW: Record<string, string> = {
  person_asked: 'A pessoa pediu',
  by_mistake: 'Engano',
  met_elsewhere: 'Resolvido noutro lado',
  safety: 'Segurança',
}

export const VITAL: Record<string, string> = {
  danger_to_life: 'Perigo para a vida',
  cannot_say: 'A pessoa não consegue dizer',
  child_in_danger: 'Uma criança em perigo',
}

export const HOLD: Record<string, string> = {
  waiting_list: 'Lista de espera',
  awaiting_document: 'À espera de um documento',
  awaiting_third_party: 'À espera de outra entidade',
}

export const QUESTIONS: Record<string, string> = {
  contact: 'o contacto',
  document: 'um documento',
  date: 'uma data',
  language: 'a língua',
}

export const ANSWERS: Record<string, string> = {
  yes: 'sim',
  no: 'não',
  not_known: 'não se sabe',
  will_bring: 'vai trazer',
  has_changed: 'mudou',
}

const STATEMENTS: Record<string, string> = {
  not_contacted: 'ninguém me contactou',
  got_help: 'recebi ajuda',
  partly: 'recebi ajuda em parte',
  no_help: 'não recebi ajuda',
}

/** The steps as buttons, in the order of a desk's work: what it is called, its key, and where it is posted to. */
export const STEPS: Record<string, { label: string; key: string; path: string }> = {
  study: { label: 'Analisar', key: 'e', path: 'study' },
  accept: { label: 'Aceitar', key: 'a', path: 'acceptance' },
  contact: { label: 'Pessoa contactada', key: 'c', path: 'contact' },
  complete: { label: 'Concluir', key: 't', path: 'completion' },
  hold: { label: 'Pôr em espera', key: 'p', path: 'hold' },
  resume: { label: 'Retomar', key: 'm', path: 'resume' },
  forward: { label: 'Passar a outro serviço', key: 'f', path: 'forward' },
  decline: { label: 'Recusar', key: 'r', path: 'decline' },
  withdraw: { label: 'Retirar', key: 'd', path: 'withdrawal' },
  void: { label: 'Anular (engano)', key: 'x', path: 'void' },
}

const KINDS: Record<string, string> = {
  send: 'enviado',
  viewed: 'visto',
  opened: 'contacto aberto',
  study: 'em análise',
  accept: 'aceite',
  contact: 'pessoa contactada',
  contact_tried: 'tentativa de contacto sem resposta',
  hold: 'em espera',
  resume: 'retomado',
  complete: 'concluído',
  decline: 'recusado',
  forward: 'passado a outro serviço',
  withdraw: 'retirado',
  void: 'anulado',
  expire: 'ninguém respondeu a tempo',
  lapse: 'parado: terminou',
  reminded: 'lembrete',
  listing_withdrawn: 'o serviço deixou de constar',
  deadline_near: 'o programa da pessoa está a terminar',
  question_asked: 'pergunta sobre',
  answer_given: 'resposta:',
  person_said: 'a pessoa disse:',
  outcome_corrected: 'resultado corrigido',
  new_code: 'novo código impresso',
  erased: 'contacto apagado',
}

/** The figures of a desk, in the order in which they are read. */
export const FIGURES: Record<string, string> = {
  answered_in_time: 'respondidos a tempo',
  accepted: 'aceites',
  silent: 'sem resposta',
  outcome_known: 'com resultado conhecido',
  got_help: 'com ajuda',
  confirmed: 'ajuda confirmada pela pessoa',
  disagree: 'a pessoa diz o contrário',
}

const ACTORS: Record<string, string> = { sender: 'quem enviou', receiver: 'quem recebeu', person: 'a pessoa', clock: 'o relógio' }

/** One line of what happened. */
export const eventWords = ({ kind, code, actor }: { kind: string; code?: string; actor: string }): string => {
  const codes = {
    ...DECLINE,
    ...OUTCOMES,
    ...WITHDRAW,
    ...HOLD,
    ...QUESTIONS,
    ...ANSWERS,
    ...(kind === 'person_said' && STATEMENTS),
  }
  return `${KINDS[kind] ?? kind}${code ? ` ${codes[code] ?? code}` : ''} (${ACTORS[actor] ?? actor})`
}

const WRONG: Record<string, string> = {
  '/url': 'O endereço tem de ser público e começar por https://, sem nome de utilizador.',
  '/person/called': 'Nome: escreva-o curto, sem números nem endereços',
  '/person/contact': 'Número ou endereço: falta, não está completo, ou já há um pedido aberto para ele',
  '/person/channel': 'Contacto: para menores de 18 anos só através deste balcão',
  '/person/note':
    'Nota: tem um número, uma data ou um endereço que não se guarda. Números pequenos podem ficar: 3 filhos, 18 meses, às 9h30',
  '/remark': 'Explicação: tem um número, uma data ou um endereço que não se guarda, ou só serve para «Outro»',
  '/service_id': 'Serviço: não recebe pedidos, já fez parte do percurso, ou a pessoa não concordou com a passagem',
  '/age_band': 'Idade: falta',
  '/review_on': 'Data: um dia dos próximos 60',
  '/on': 'Data: entre o dia em que foi enviado e hoje',
  '/person_deadline': 'Fim do programa: de hoje a cinco anos',
  '/locked_until': 'Bloqueado até: uma data como 2026-11-26',
  '/vital_interest_id': 'Sem acordo: ainda não foi confirmado para este serviço, passou o prazo de quatro horas, ou já foi usado',
  '/facts': 'Uma resposta às perguntas das regras não está certa',
  '/agreement/purposes': 'Acordo: falta para este serviço',
}

/** What was wrong, for the desk: by field, or as it came. */
export const wrongWords = ({ field, detail }: { field: string; detail: string }): string => WRONG[field] ?? `${field} ${detail}`

const DAY = new Intl.DateTimeFormat('pt-PT', { dateStyle: 'medium', timeZone: 'Europe/Lisbon' })
const MOMENT = new Intl.DateTimeFormat('pt-PT', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Lisbon' })

export const dayWords = (at: string): string => DAY.format(new Date(at))
export const momentWords = (at: string): string => MOMENT.format(new Date(at))

const LANGUAGES = new Intl.DisplayNames('pt', { type: 'language' })

export const languageWords = (codes: string[]): string => codes.map((code) => LANGUAGES.of(code) ?? code).join(', ')

export const dueWords = (referral: Referral): string =>
  referral.dueAt ? `${referral.overdue ? W.overdue : W.due} ${dayWords(referral.dueAt)}` : ''

export const options = (words: Record<string, string>, choose = true) => [
  ...(choose ? [{ value: '', label: W.choose }] : []),
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
]
