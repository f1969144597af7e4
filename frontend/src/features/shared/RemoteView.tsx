import type { ReactNode } from 'react'
import type { Remote } from '../../model/remote'
import { Failed } from '../../ui/states/Failed'
import { Loading } from '../../ui/states/Loading'
import { Offline } from '../../ui/states/Offline'
import { NotFound } from '../../ui/states/NotFound'
import { SavedCopy } from '../../ui/saved-copy/SavedCopy'

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
