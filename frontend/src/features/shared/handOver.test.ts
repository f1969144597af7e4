import { describe, expect, it } from 'vitest'
import { handedOver, handOverAddress } from './handOver'

const hashOf = (address: string) => new URL(address).hash.slice(1)

describe('what a person hands over to the desk', () => {
  it('comes back as it was, in any script', () => {
    const said = { arrival_channel: 'resettlement', arrival_date: '2024-08', children_under_18: 3, pregnant: false, note: 'є' }
    expect(handedOver(hashOf(handOverAddress({ ...said, birth_date: undefined })))).toEqual(said)
  })

  it('stands where no server sees it', () => {
    const { search, pathname } = new URL(handOverAddress({ pregnant: true }))
    expect([search, pathname]).toEqual(['', '/pt/desk/start'])
  })

  it.each(['', '%', 'AAAA', btoa('[1]'), btoa('null'), btoa('{"a":')])('is refused when it is something else: %s', (hash) => {
    expect(handedOver(hash)).toBeUndefined()
  })

  it('leaves out what no answer can be', () => {
    expect(handedOver(btoa('{"a":{"b":1},"c":true,"d":[1],"e":null}'))).toEqual({ c: true })
  })
})
