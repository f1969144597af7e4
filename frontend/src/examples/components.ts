import type { Examples } from '../ui/examples'

const files = import.meta.glob<{ default: Examples }>('../ui/*/*.examples.tsx', { eager: true })

/** The components that have examples, by name. */
export const COMPONENTS = Object.entries(files)
  .map(([file, { default: examples }]) => ({ name: /(\w+)\.examples\.tsx$/.exec(file)?.[1] ?? file, examples }))
  .sort((a, b) => a.name.localeCompare(b.name))
