import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Answer, Problem, Remote } from '../../model/remote'

class NoAnswer extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind)
  }
}

const MINUTE = 60_000

const mayHealByItself = (problem: Problem) => problem.kind === 'away' || problem.kind === 'unexpected'

/**
 * Asks once per key and keeps the answer while the page is open. The key says everything the answer depends on,
 * the language too.
 */
export function useRemote<T>(
  key: readonly unknown[],
  question: (signal: AbortSignal) => Promise<Answer<T>>,
  /** Every minute: for what is another thing when the clock has moved. Not while the page is out of sight. */
  options: { keepPrevious?: boolean; enabled?: boolean; everyMinute?: boolean } = {},
): Remote<T> {
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const answer = await question(signal)
      if (!answer.ok) throw new NoAnswer(answer.problem)
      return answer
    },
    placeholderData: options.keepPrevious ? keepPreviousData : undefined,
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMinute ? MINUTE : false,
    retry: (count, failure) => failure instanceof NoAnswer && mayHealByItself(failure.problem) && count < 2,
    networkMode: 'always',
  })
  if (data !== undefined) {
    return { status: 'found', value: data.value, savedAt: data.savedAt, refreshing: isFetching || isPlaceholderData }
  }
  if (error !== null && !isFetching) {
    const problem: Problem = error instanceof NoAnswer ? error.problem : { kind: 'unexpected', title: error.message }
    return { status: 'failed', problem, retry: () => void refetch() }
  }
  return { status: 'loading' }
}

/** What is known of an answer while it is not needed to go on. */
export const valueOf = <T>(remote: Remote<T>): T | undefined => (remote.status === 'found' ? remote.value : undefined)
