import { useLingui } from '@lingui/react/macro'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { SlipWords } from '../shared/CodeSlip'

/** The slip in the language of the page, for who asked without a desk. */
export function useSlipWords(): SlipWords {
  const { t } = useLingui()
  return {
    language: usePageLanguage(),
    title: t`O código do seu pedido`,
    keep: t`Guarde-o e não o mostre a ninguém: com ele vê como está o pedido, e pode retirá-lo.`,
    where: t`Veja como está o pedido neste endereço, com o código:`,
    picture: t`O mesmo código como imagem, para abrir com outro telemóvel`,
  }
}
