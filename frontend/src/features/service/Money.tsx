import { Trans } from '@lingui/react/macro'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Service } from '../../model/directory'
import { LocalText } from '../../ui/local-text/LocalText'
import { moneyText } from './moneyText'

export const hasMoney = (service: Service): boolean =>
  service.free === true || service.fees !== undefined || service.costs.length > 0

export function Money({ service }: { service: Service }) {
  const language = usePageLanguage()
  return (
    <>
      {service.free === true && (
        <p>
          <strong>
            <Trans>Grátis</Trans>
          </strong>
        </p>
      )}
      {service.fees && !(service.free === true && isOneWord(service.fees.value)) && (
        <LocalText text={service.fees} as="p" tag={service.fees.origin === 'machine'} />
      )}
      {service.costs.map((cost) => (
        <p key={`${cost.text} ${cost.amount}`} dir="auto">
          {cost.text} {cost.amount !== undefined && <bdi dir="ltr">{moneyText(language, cost.amount, cost.currency)}</bdi>}
        </p>
      ))}
    </>
  )
}

/** "Free" after "Free" says nothing more. */
const isOneWord = (value: string): boolean => !/\s/.test(value.trim())
