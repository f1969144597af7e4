import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query'
import type { Answer, Problem, Remote } from '../../model/remote'

class NoAnswer extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind)
  }
}

const MINUTE = 60_000

const mayHealByItself = (problem: Problem) => problem.kind === 'away' || problem.kind === 'unexpected'

/** What is asked of the directory, and the key that says everything the answer depends on, the language too. */
export interface Question<T> {
  key: readonly unknown[]
  ask: (signal: AbortSignal) => Promise<Answer<T>>
}

const queryOf = <T>(key: readonly unknown[], ask: Question<T>['ask']) => ({
  queryKey: key,
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const answer = await ask(signal)
    if (!answer.ok) throw new NoAnswer(answer.problem)
    return answer
  },
})

/** Asks before the page that needs the answer is drawn; what goes wrong is told when the page asks. */
export const prefetch = <T>({ key, ask }: Question<T>, queries: QueryClient): Promise<void> =>
  queries.prefetchQuery({ ...queryOf(key, ask), retry: false, networkMode: 'always' })

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
    ...queryOf(key, question),
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
