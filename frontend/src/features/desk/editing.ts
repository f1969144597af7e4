import type { Json } from '../../api/wire'

/** What a person changes of a record on our page. The rest of it comes from feeds, or stays. */
export interface Editing {
  /** Its name in the API. */
  type: string
  title: string
  texts: { field: string; label: string; long?: boolean; translated?: boolean }[]
  numbers?: { field: string; label: string }[]
  statuses?: Record<string, string>
  /** Yes, no, or not known. */
  answers?: { field: string; label: string }[]
  parts: ('phones' | 'schedules' | 'languages' | 'required_documents' | 'addresses')[]
  /** The first part of the address of its page for everybody. */
  page?: string
}

export const STATUSES: Record<string, string> = {
  active: 'funciona',
  'temporarily closed': 'fechado por agora',
  inactive: 'parado',
  defunct: 'já não existe',
}

const { 'temporarily closed': _, ...OF_ORGANIZATIONS } = STATUSES

const EDITING: Editing[] = [
  {
    type: 'services',
    title: 'Mudar um serviço',
    page: 'services',
    statuses: STATUSES,
    texts: [
      { field: 'name', label: 'Nome', translated: true },
      { field: 'alert', label: 'Aviso importante', translated: true },
      { field: 'description', label: 'O que é', long: true, translated: true },
      { field: 'application_process', label: 'Como se pede', long: true, translated: true },
      { field: 'eligibility_description', label: 'Para quem é', long: true, translated: true },
      { field: 'fees_description', label: 'Quanto custa', translated: true },
      { field: 'email', label: 'E-mail' },
      { field: 'url', label: 'Página (https)' },
    ],
    answers: [
      { field: 'free', label: 'É grátis?' },
      { field: 'by_appointment_only', label: 'Só com marcação?' },
      { field: 'interpreter_available', label: 'Há intérprete?' },
    ],
    parts: ['schedules', 'languages', 'required_documents', 'phones'],
  },
  {
    type: 'organizations',
    title: 'Mudar uma organização',
    page: 'organizations',
    statuses: OF_ORGANIZATIONS,
    texts: [
      { field: 'name', label: 'Nome', translated: true },
      { field: 'alternate_name', label: 'Outro nome ou sigla' },
      { field: 'description', label: 'O que é', long: true, translated: true },
      { field: 'email', label: 'E-mail' },
      { field: 'website', label: 'Site (https)' },
    ],
    parts: ['phones'],
  },
  {
    type: 'locations',
    title: 'Mudar um sítio',
    page: 'locations',
    texts: [
      { field: 'name', label: 'Nome', translated: true },
      { field: 'description', label: 'O que convém saber', long: true, translated: true },
      { field: 'transportation', label: 'Como chegar', long: true },
      { field: 'email', label: 'E-mail' },
      { field: 'url', label: 'Página (https)' },
    ],
    numbers: [
      { field: 'latitude', label: 'Latitude' },
      { field: 'longitude', label: 'Longitude' },
    ],
    parts: ['addresses', 'schedules', 'languages', 'phones'],
  },
  {
    type: 'programs',
    title: 'Mudar um programa',
    texts: [
      { field: 'name', label: 'Nome', translated: true },
      { field: 'description', label: 'O que é', long: true, translated: true },
    ],
    parts: [],
  },
  {
    type: 'service_at_locations',
    title: 'Mudar um serviço num sítio',
    texts: [{ field: 'description', label: 'O que é diferente aqui', long: true, translated: true }],
    parts: ['schedules', 'phones'],
  },
  {
    type: 'taxonomy_terms',
    title: 'Mudar uma palavra da lista',
    texts: [
      { field: 'name', label: 'Nome', translated: true },
      { field: 'description', label: 'O que quer dizer', long: true, translated: true },
    ],
    parts: [],
  },
]

export const editingOf = (type: string): Editing | undefined => EDITING.find((each) => each.type === type)

/** The days of a week as RFC 5545 has them. */
export const DAYS = { MO: 'seg.', TU: 'ter.', WE: 'qua.', TH: 'qui.', FR: 'sex.', SA: 'sáb.', SU: 'dom.' }

export const NEW_HOURS: Json = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:00' }

export const ADDRESS_LINES = [
  ['address_1', 'Rua e número'],
  ['address_2', 'Andar, porta'],
  ['postal_code', 'Código postal'],
  ['city', 'Localidade'],
] as const

export const NEW_ADDRESS: Json = { address_type: 'physical', country: 'PT' }

/** The words for a field, whatever record it is of. */
export const FIELDS: Record<string, string> = Object.fromEntries([
  ...EDITING.flatMap(({ texts, numbers = [], answers = [] }) =>
    [...texts, ...numbers, ...answers].map(({ field, label }) => [field, label]),
  ),
  ['phones', 'Telefones'],
  ['status', 'Estado'],
  ['translations', 'Traduções'],
  ['schedules', 'Horários'],
  ['languages', 'Línguas'],
  ['required_documents', 'Papéis a levar'],
  ['addresses', 'Moradas'],
  ['website', 'Site'],
])

/** A field as it shall be: what was changed, else what is there. */
export const wanted = (body: Json, draft: Json, field: string): unknown => (field in draft ? draft[field] : body[field])

/** What differs from what is there; null takes a field away. */
export function differences(body: Json, draft: Json): Json {
  const fields: Json = {}
  for (const [field, value] of Object.entries(draft)) {
    const empty = value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)
    const said = empty ? null : value
    if (JSON.stringify(said) !== JSON.stringify(body[field] ?? null)) fields[field] = said
  }
  return fields
}
