import type { ReactElement } from 'react'

/** Uses of one component, each by a name that says what is special about it; drawn on the page of examples. */
export type Examples = Readonly<Record<string, () => ReactElement>>
