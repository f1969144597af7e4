import type { ReactNode } from 'react'
import { Redirect, useParams } from 'wouter'
import type { Remote } from '../../model/remote'
import { RemoteView } from './RemoteView'

interface Props<T> {
  remote: Remote<T>
  /** The first part of its address. */
  at: string
  idOf: (value: T) => string
  children: (value: T) => ReactNode
}

/** A record under its own address: who asked for one that was merged into another is led there. */
export function RecordView<T>({ remote, at, idOf, children }: Props<T>) {
  const { id = '' } = useParams<{ id: string }>()
  return (
    <RemoteView remote={remote}>
      {(found) =>
        idOf(found).toLowerCase() === id.toLowerCase() ? children(found) : <Redirect to={`/${at}/${idOf(found)}`} replace />
      }
    </RemoteView>
  )
}
