import { Component, type ReactNode } from 'react'
import { Failed } from '../ui/states/Failed'

/** When a page breaks, the reader sees that it did, and the rest of the desk stays. */
export class Guard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Failed onRetry={() => location.reload()} /> : this.props.children
  }
}
