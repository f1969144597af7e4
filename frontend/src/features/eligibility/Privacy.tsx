import { Trans } from '@lingui/react/macro'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { eraseAll, keep, useSaid } from '../shared/answersOfPerson'

/** Leave at once, erase, or keep: whoever looks over a shoulder, or takes the phone, finds no more than was meant for them. */
export function Privacy() {
  const { kept, asked } = useSaid()
  return (
    <div className="privacy">
      <Button
        kind="second"
        onClick={() => {
          if (!kept) eraseAll()
          location.replace('about:blank')
        }}
      >
        <Icon name="close" />
        <Trans>Sair depressa</Trans>
      </Button>
      {asked.length > 0 && (
        <>
          <Button kind="quiet" onClick={eraseAll}>
            <Trans>Apagar as respostas</Trans>
          </Button>
          <label className="keep">
            <input type="checkbox" checked={kept} onChange={(event) => keep(event.target.checked)} />{' '}
            <Trans>Guardar as respostas neste aparelho</Trans>
          </label>
        </>
      )}
    </div>
  )
}
