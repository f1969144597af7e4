import { QueryClient } from '@tanstack/react-query'

/** Answers stay fresh for a minute, as the API says; without a network the service worker is asked all the same. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, networkMode: 'offlineFirst', retry: 1, refetchOnWindowFocus: false },
  },
})
