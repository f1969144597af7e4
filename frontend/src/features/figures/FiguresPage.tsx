import { Trans, useLingui } from '@lingui/react/macro'
import { type Figures, getFigures } from '../../api/protection'
import { numberText, shareText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Notice } from '../../ui/notice/Notice'
import { Page } from '../../ui/page/Page'
import { RemoteView } from '../shared/RemoteView'
import { useRemote } from '../shared/useRemote'

/** How requests go, for everybody to see: what a network that closes its loops can show, and others hide. */
export default function FiguresPage() {
  const { t } = useLingui()
  const figures = useRemote(['figures'], getFigures)
  return (
    <Page
      title={t`Como correm os pedidos`}
      lead={
        <p>
          <Trans>
            De todos os pedidos até ao fim do mês passado. Para que ninguém reconheça um caso, os números são arredondados à
            dezena e as partes aparecem a partir de cem casos.
          </Trans>
        </p>
      }
    >
      <RemoteView remote={figures}>{(found) => <All figures={found} />}</RemoteView>
    </Page>
  )
}

function All({ figures }: { figures: Figures }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const share = (value: number) => shareText(language, value)
  const rows: [string, number | undefined, (value: number) => string][] = [
    [t`Pedidos enviados`, figures.sent, (value) => numberText(language, value)],
    [t`Respondidos a tempo`, figures.answered_in_time, share],
    [t`Dias até à resposta (metade esperou menos)`, figures.median_days, (value) => numberText(language, value)],
    [t`Aceites`, figures.accepted, share],
    [t`Sem resposta`, figures.silent, share],
    [t`Terminados com resultado conhecido`, figures.outcome_known, share],
    [t`Terminados com ajuda`, figures.got_help, share],
    [t`Ajuda confirmada pela própria pessoa`, figures.confirmed, share],
    [t`A pessoa diz o contrário`, figures.disagree, share],
  ]
  const known = rows.filter(([, value]) => value !== undefined)
  if (known.length === 0)
    return (
      <Notice tone="info">
        <p>
          <Trans>Ainda não há dez pedidos: os números aparecem a partir daí.</Trans>
        </p>
      </Notice>
    )
  return (
    <dl className="figures">
      {known.map(([name, value = 0, words]) => (
        <div key={name} className="figure">
          <dt>{name}</dt>
          <dd>{words(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
