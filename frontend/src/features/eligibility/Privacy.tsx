import { Trans } from '@lingui/react/macro'
import { Button } from '../../ui/button/Button'
import { Sensitive } from '../../ui/leave/Sensitive'
import { eraseAll, keep, useSaid } from '../shared/answersOfPerson'

/** Erase, or keep: whoever looks over a shoulder, or takes the phone, finds no more than was meant for them. */
export function Privacy() {
  const { kept, asked } = useSaid()
  return (
    <>
      <Sensitive />
      {asked.length > 0 && (
        <div className="privacy">
          <Button kind="quiet" onClick={eraseAll}>
            <Trans>Apagar as respostas</Trans>
          </Button>
          <label className="keep">
            <input type="checkbox" checked={kept} onChange={(event) => keep(event.target.checked)} />{' '}
            <Trans>Guardar as respostas neste aparelho</Trans>
          </label>
        </div>
      )}
    </>
  )
}
