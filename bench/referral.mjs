// A referral as a desk sends it, for a person whom nobody else is like.

let people = 0

/** @param marks put into what is sealed, to be looked for afterwards */
export function referral(service, marks = {}) {
  const number = String(10_000_000 + ((Math.floor(Math.random() * 1000) * 10_000 + people++) % 89_999_999)).slice(0, 8)
  return {
    service_id: service,
    priority: 'normal',
    languages: ['uk'],
    interpreter: true,
    age_band: '30-64',
    documents: ['residence_permit'],
    person: { called: marks.called ?? 'Olena', channel: 'phone', contact: marks.contact ?? `+3519${number}`, note: marks.note ?? 'Precisa de ajuda com a escola' },
    agreement: {
      text_id: 'referral',
      text_version: '2026-11',
      language: 'uk',
      mode: 'spoken',
      read_aloud_by: 'interpreter',
      purposes: ['receiver', 'onward', 'contact'],
    },
  }
}
