import { Trans } from '@lingui/react/macro'
import { dateText, timeText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Notice } from '../notice/Notice'

/** Says that what is shown was kept on this device, and since when. */
export function SavedCopy({ at }: { at: Date | undefined }) {
  const language = usePageLanguage()
  if (!at) return null
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const date = dateText(language, at, zone)
  const time = timeText(language, at, zone)
  return (
    <Notice tone="warn">
      <p>
        <Trans>
          Cópia guardada neste aparelho a {date}, às {time}. Pode ter mudado entretanto.
        </Trans>
      </p>
    </Notice>
  )
}
