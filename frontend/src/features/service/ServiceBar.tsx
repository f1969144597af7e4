import { Trans, useLingui } from '@lingui/react/macro'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Service } from '../../model/directory'
import { linkButton } from '../../ui/button/Button'
import { Icon } from '../../ui/icon/Icon'
import { Listen, type Said } from '../../ui/listen/Listen'
import { LocalText } from '../../ui/local-text/LocalText'
import { SaveButton } from '../shared/SaveButton'
import { SendMenu } from '../shared/SendMenu'
import './bar.css'

/** What is at hand all the time on the page of a service: call, save, send, listen. */
export function ServiceBar({ service }: { service: Service }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const line =
    service.standing === 'active' ? (service.phones.find(({ kind }) => kind === 'voice') ?? service.contactPhone) : undefined
  return (
    <nav className="bar" aria-label={t`À mão`}>
      {line && (
        <a className={linkButton()} href={line.uri}>
          <Icon name="phone" />
          <span>
            <Trans>Ligar</Trans>
          </span>
          <span className="hidden">
            <LocalText text={service.name} />
            {': '}
            <bdi dir="ltr">{line.number}</bdi>
          </span>
        </a>
      )}
      <SaveButton id={service.id} />
      <SendMenu title={service.name.value} text={sentWords(service)} address={`${location.origin}${location.pathname}`} />
      <Listen language={language} said={saidOf(service, language)} />
    </nav>
  )
}

const numbersOf = (service: Service): string[] => {
  const numbers = service.phones.filter(({ kind }) => kind === 'voice').map(({ number }) => number)
  return numbers.length === 0 && service.contactPhone ? [service.contactPhone.number] : numbers
}

/** What somebody gets who is sent the service: enough to call without opening the address. */
const sentWords = (service: Service): string => [service.name.value, ...numbersOf(service).slice(0, 1)].join(' · ')

/** The page in the order in which it is read, each text in the language it is in. */
function saidOf(service: Service, language: string): Said[] {
  const texts = [service.name, service.description, service.applicationProcess, service.eligibility, service.fees]
  return [
    ...texts.flatMap((text) => (text ? [{ text: text.value, language: text.language }] : [])),
    ...service.documents.map(({ name }) => ({ text: name, language })),
    ...numbersOf(service).map((text) => ({ text, language })),
  ]
}
