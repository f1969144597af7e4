import { Trans } from '@lingui/react/macro'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Service } from '../../model/directory'
import { LocalText } from '../../ui/LocalText'

export const hasMoney = (service: Service): boolean => service.free === true || service.fees !== undefined || service.costs.length > 0

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
        <p>
          <LocalText text={service.fees} />
        </p>
      )}
      {service.costs.map((cost) => (
        <p key={`${cost.text} ${cost.amount}`} dir="auto">
          {cost.text}{' '}
          {cost.amount !== undefined && (
            <bdi dir="ltr">
              {new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language, {
                style: 'currency',
                currency: cost.currency ?? 'EUR',
              }).format(cost.amount)}
            </bdi>
          )}
        </p>
      ))}
    </>
  )
}

/** "Free" after "Free" says nothing more. */
const isOneWord = (value: string): boolean => !/\s/.test(value.trim())
