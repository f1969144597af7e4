// Invented records as a partner would deliver them, for the proofs and figures of deliveries.

const NEEDS = ['aulas', 'apoio', 'consultas', 'abrigo', 'refeições', 'creche', 'emprego', 'saúde']

/** One of many services, with a place of its own, telephones and hours: three records. */
export function service(n, revision = 0) {
  return {
    kind: 'service',
    id: `s${n}`,
    name: `${NEEDS[n % NEEDS.length]} ${n}`,
    description: `Registo inventado n.º ${n}, versão ${revision}.`,
    status: 'active',
    organization_id: `o${n % 100}`,
    email: `s${n}@example.org`,
    phones: [{ id: `p${n}`, number: `+351 21${String(n % 10_000_000).padStart(7, '0')}` }],
    languages: [{ code: 'pt' }, { code: 'uk' }],
    schedules: [{ freq: 'WEEKLY', byday: 'MO,TU,WE', opens_at: '09:00', closes_at: '17:00' }],
    service_at_locations: [
      {
        id: `sl${n}`,
        location: {
          id: `l${n}`,
          location_type: 'physical',
          name: `Casa ${n}`,
          latitude: 38 + (n % 1000) / 1000,
          longitude: -8 - (n % 777) / 777,
          addresses: [{ address_1: `Rua ${n}`, city: 'Lisboa', state_province: 'Lisboa', postal_code: '1000-001', country: 'PT', address_type: 'physical' }],
        },
      },
    ],
  }
}

/** JSON Lines of so many services of a hundred organizations. */
export function* lines(count, revision = 0) {
  for (let n = 0; n < 100; n++)
    yield `${JSON.stringify({ kind: 'organization', id: `o${n}`, name: `Associação ${n}`, description: 'Inventada.' })}\n`
  for (let n = 0; n < count; n++) yield `${JSON.stringify(service(n, revision))}\n`
}

/** The national team's source, which may publish organizations that are not its own: one person makes it, a second one confirms it. */
export async function source(api, name) {
  const json = { 'content-type': 'application/json' }
  const signedIn = async (person) => {
    const answer = await fetch(`${api}/session/development`, { method: 'POST', headers: json, body: JSON.stringify({ person }) })
    return { authorization: `Bearer ${(await answer.json()).access_token}` }
  }
  const [elisa, helena] = [await signedIn('elisa'), await signedIn('helena')]
  const saved = await fetch(`${api}/sources/${name}`, {
    method: 'PUT',
    headers: { ...elisa, ...json },
    body: JSON.stringify({ name, publishes_others: true }),
  })
  if (!saved.ok) throw new Error(`the source was answered ${saved.status}`)
  for (const { id, about } of await (await fetch(`${api}/upkeep/proposals`, { headers: helena })).json()) {
    if (!about.startsWith(`${name}: `)) continue
    const decided = await fetch(`${api}/upkeep/proposals/${id}/decision`, {
      method: 'POST',
      headers: { ...helena, ...json },
      body: JSON.stringify({ decision: 'confirm' }),
    })
    if (!decided.ok) throw new Error(`the confirmation was answered ${decided.status}`)
  }
  return elisa
}
