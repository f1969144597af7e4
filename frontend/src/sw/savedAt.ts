/** Set on an answer that comes from the copy on the device: when it was fetched. `api/http.ts` reads it. */
export const SAVED_AT = 'x-balcao-saved-at'
