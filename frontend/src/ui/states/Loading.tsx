import { Trans } from '@lingui/react/macro'

/** Waiting for an answer: grey lines where the text will be, and the word for those who cannot see them. */
export const Loading = () => (
  <div className="face face-loading">
    <p role="status" className="hidden">
      <Trans>A carregar…</Trans>
    </p>
    <div className="bones" aria-hidden="true">
      <span />
      <span />
      <span />
      <span />
    </div>
  </div>
)
