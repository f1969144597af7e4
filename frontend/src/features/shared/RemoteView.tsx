import type { ReactNode } from 'react'
import type { Remote } from '../../model/remote'
import { Failed } from '../../ui/Faces/Failed'
import { Loading } from '../../ui/Faces/Loading'
import { Offline } from '../../ui/Faces/Offline'
import { NotFound } from '../../ui/Faces/NotFound'
import { SavedCopy } from '../../ui/SavedCopy'

interface Props<T> {
  remote: Remote<T>
  children: (value: T) => ReactNode
}

/** Waiting, failed, gone, without a network and found each look like themselves. */
export function RemoteView<T>({ remote, children }: Props<T>) {
  switch (remote.status) {
    case 'loading':
      return <Loading />
    case 'failed':
      switch (remote.problem.kind) {
        case 'offline':
          return <Offline onRetry={remote.retry} />
        case 'not-found':
          return <NotFound />
        case 'away':
        case 'refused':
        case 'unexpected':
          return <Failed onRetry={remote.retry} />
      }
      break
    case 'found':
      return (
        <>
          {remote.savedAt !== undefined && <SavedCopy at={new Date(remote.savedAt)} />}
          {children(remote.value)}
        </>
      )
  }
}
