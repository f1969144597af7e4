import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { Reply } from '../../api/private'
import { useStaffSession } from '../shared/staffSession'

/** Something private, asked anew each time it is shown and kept nowhere; a session that ran out ends. */
export function usePrivate<T>(key: readonly unknown[], question: () => Promise<Reply<T>>): [Reply<T> | undefined, () => void] {
  const token = useStaffSession()?.token
  const { data, isError, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const reply = await question()
      // what is shown stays: who has to sign in again goes on where they were
      if (!reply.ok && reply.refusal.status === 401) throw new Error('not signed in')
      return reply
    },
    retry: false,
    gcTime: 0,
    staleTime: 0,
    networkMode: 'always',
  })
  // refetch is the same function at each drawing
  const again = useCallback(() => void refetch(), [refetch])
  useEffect(() => {
    if (token && isError) again()
  }, [token, isError, again])
  return [data, again]
}
