import type { Answer } from '../model/remote'
import { ask } from './http'
import { optionalString, records, required } from './wire'

/** Who said last what a field says. */
export interface FieldSource {
  field: string
  saidBy: string
  /** The name of another's source. */
  name?: string
  at: string
}

export const getFieldSources = (record: string, signal?: AbortSignal): Promise<Answer<FieldSource[]>> =>
  ask('/field-sources/{id}', { record, signal }, (value) =>
    records(value).map((json) => ({
      field: required(json, 'field'),
      saidBy: required(json, 'said_by'),
      name: optionalString(json.name),
      at: required(json, 'at'),
    })),
  )
