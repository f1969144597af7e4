import { Trans, useLingui } from '@lingui/react/macro'
import { dateText, timeText, weekdayText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Icon } from '../icon/Icon'
import { useNow } from '../useNow'
import { type Closure, type Opening, type OpeningHours, openingAt, otherClock } from './opening'
import { useClosureWords } from './useClosureWords'

interface Props {
  hours: OpeningHours | undefined
  /** The door opens only for those who are expected. */
  byAppointmentOnly?: boolean
}

const LOOK: Record<Opening['kind'], 'good' | 'warn' | 'plain'> = {
  open: 'good',
  always: 'good',
  opens: 'plain',
  closed: 'plain',
  'by-appointment': 'warn',
  unknown: 'plain',
}

/** Whether one can go or call now, in words, on the clock of the place. */
export function OpeningState({ hours, byAppointmentOnly = false }: Props) {
  const now = useNow()
  const opening = openingAt(hours, now)
  const timed = opening.kind === 'open' || opening.kind === 'opens'
  const soon = opening.kind === 'open' && opening.soon
  return (
    <p className={`opening opening-${soon ? 'warn' : LOOK[opening.kind]}`}>
      <Icon name={opening.kind === 'by-appointment' ? 'appointment' : opening.kind === 'unknown' ? 'question' : 'clock'} />
      <span>
        <Words opening={opening} timezone={hours?.timezone ?? 'Europe/Lisbon'} />
        {timed && hours && otherClock(hours.timezone, now) && (
          <>
            {' '}
            <Trans>(hora local do serviço)</Trans>
          </>
        )}
        {byAppointmentOnly && opening.kind !== 'by-appointment' && (
          <>
            {' · '}
            <Trans>Só com marcação</Trans>
          </>
        )}
      </span>
    </p>
  )
}

function Words({ opening, timezone }: { opening: Opening; timezone: string }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  switch (opening.kind) {
    case 'always':
      return t`Aberto 24 horas por dia`
    case 'by-appointment':
      return t`Só com marcação`
    case 'unknown':
      return t`Horário por confirmar: contacte antes de ir`
    case 'open': {
      const time = timeText(language, opening.closesAt, timezone)
      return (
        <>
          {opening.soon ? t`Fecha em breve, às ${time}` : t`Aberto agora · fecha às ${time}`}
          <Why closure={opening.closure} />
        </>
      )
    }
    case 'closed':
      return (
        <>
          {t`Fechado nos próximos dias`}
          <Why closure={opening.closure} />
        </>
      )
    case 'opens':
      return (
        <>
          <Opens opensAt={opening.opensAt} when={opening.when} timezone={timezone} />
          <Why closure={opening.closure} />
        </>
      )
  }
}

function Opens({
  opensAt,
  when,
  timezone,
}: {
  opensAt: Date
  when: 'today' | 'tomorrow' | 'this-week' | 'later'
  timezone: string
}) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const time = timeText(language, opensAt, timezone)
  switch (when) {
    case 'today':
      return t`Fechado agora · abre hoje às ${time}`
    case 'tomorrow':
      return t`Fechado agora · abre amanhã às ${time}`
    case 'this-week': {
      const weekday = weekdayText(language, opensAt, timezone)
      return t`Fechado agora · abre: ${weekday}, às ${time}`
    }
    case 'later': {
      const date = dateText(language, opensAt, timezone)
      return t`Fechado agora · abre a ${date}, às ${time}`
    }
  }
}

function Why({ closure }: { closure: Closure | undefined }) {
  const words = useClosureWords()
  return closure ? <> ({words(closure)})</> : null
}
