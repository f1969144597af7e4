import { type ReactNode, useId } from 'react'
import './shared.css'

interface Props {
  title: ReactNode
  children: ReactNode
}

export function Section({ title, children }: Props) {
  const id = useId()
  return (
    <section className="record-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
