import type { ReactNode } from 'react'

/** A box that holds one thing. */
export const Card = ({
  as: As = 'div',
  children,
  className = '',
}: {
  as?: 'div' | 'li' | 'section' | 'article'
  children: ReactNode
  className?: string
}) => <As className={`card ${className}`.trim()}>{children}</As>
