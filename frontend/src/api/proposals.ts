import { askPrivately, type Reply } from './private'
import { asRecord, type Json, records, required } from './wire'

/** What one of the national team wants to do, and a second one has to confirm. */
export interface Proposal {
  id: string
  action: string
  about: string
  reason: string
  at: string
  /** The caller proposed it. */
  mine: boolean
}

const toProposal = (json: Json): Proposal => ({
  id: required(json, 'id'),
  action: required(json, 'action'),
  about: required(json, 'about'),
  reason: required(json, 'reason'),
  at: required(json, 'at'),
  mine: json.mine === true,
})

export const getProposals = (token: string): Promise<Reply<Proposal[]>> =>
  askPrivately('/upkeep/proposals', { method: 'GET', token }, (value) => records(value).map(toProposal))

export const decideProposal = (token: string, id: string, decision: 'confirm' | 'reject'): Promise<Reply<Proposal>> =>
  askPrivately(`/upkeep/proposals/${encodeURIComponent(id)}/decision`, { token, body: { decision } }, (value) =>
    toProposal(asRecord(value)),
  )
