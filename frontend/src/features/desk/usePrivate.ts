import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Reply } from '../../api/private'
import { lost } from '../shared/staffSession'

/** Something private, asked anew each time it is shown and kept nowhere; a session that ran out ends. */
export function usePrivate<T>(key: readonly unknown[], question: () => Promise<Reply<T>>): [Reply<T> | undefined, () => void] {
  const { data, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const reply = await question()
      if (!reply.ok && reply.refusal.status === 401) await lost()
      return reply
    },
    gcTime: 0,
    staleTime: 0,
    networkMode: 'always',
  })
  // refetch is the same function at each drawing
  const again = useCallback(() => void refetch(), [refetch])
  return [data, again]
}
