import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../../api/http'
import { getOrganization } from '../../api/organizations'
import { asRecord, named, readable } from '../../api/wire'
import type { Named } from '../../model/text'
import { Button } from '../../ui/button/Button'
import { Field } from '../../ui/field/Field'
import { Notice } from '../../ui/notice/Notice'
import { Section } from '../shared/Section'
import { useRemote } from '../shared/useRemote'
import { recordLink, U } from './upkeepWords'
import { W } from './words'

/** One's own organization and its places, to be changed as its services are. */
export function OwnPlaces({ organization }: { organization: string }) {
  const remote = useRemote(['own-places', organization], (signal) => getOrganization(organization, 'pt', signal))
  if (remote.status !== 'found') return null
  const { name, locations } = remote.value
  return (
    <Section title={U.otherRecords}>
      <Records type="organizations" found={[{ id: organization, name }]} />
      <Records type="locations" found={locations} />
    </Section>
  )
}

function Records({ type, found }: { type: string; found: Named[] }) {
  return (
    <ul className="desk-list">
      {found.map(({ id, name }) => (
        <li key={id} className="desk-item">
          <Link className="desk-item-name" href={recordLink(type, id)}>
            <bdi>{name.value}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}

const toNamed = (json: unknown): Named[] =>
  readable(asRecord(json).contents, (each) => named(each)).filter((each) => each !== undefined)

/** Any record by its words, also one that who searches does not find any more. */
export function FindRecord() {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Record<string, Named[]>>()
  const [away, setAway] = useState(false)
  const find = async (event: FormEvent) => {
    event.preventDefault()
    const query = { search: words, per_page: 10 }
    const [services, organizations] = await Promise.all([
      ask('/services', { query: { ...query, sort: 'entry' }, language: 'pt' }, toNamed),
      ask('/organizations', { query, language: 'pt' }, toNamed),
    ])
    setAway(!services.ok || !organizations.ok)
    if (services.ok && organizations.ok) setFound({ services: services.value, organizations: organizations.value })
  }
  return (
    <Section title={U.find}>
      <form className="request-form" onSubmit={(event) => void find(event)}>
        <Field label={U.findWords}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              maxLength={100}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" kind="second" disabled={words.trim() === ''}>
          {U.findIt}
        </Button>
      </form>
      <div role="status">
        {away && <Notice tone="bad">{W.offline}</Notice>}
        {found && Object.values(found).every((each) => each.length === 0) && <p>{U.nothingFound}</p>}
      </div>
      {found && Object.entries(found).map(([type, records]) => <Records key={type} type={type} found={records} />)}
    </Section>
  )
}
