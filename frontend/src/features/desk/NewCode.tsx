import { useState } from 'react'
import type { Refusal } from '../../api/private'
import { makeAnotherCode } from '../../api/referrals'
import type { Referral } from '../../model/referral'
import { Button } from '../../ui/button/Button'
import { Select } from '../../ui/select/Select'
import { PrintButton } from '../../ui/share-button/ShareButton'
import { CodeSlip } from '../shared/CodeSlip'
import type { StaffSession } from '../shared/staffSession'
import { Refused } from './Refused'
import { slipWords } from './slipWords'
import { W } from './words'

/** Another code on paper: from the desk that sent, or from the one that accepted what the person asked by themselves. */
export function NewCode({ session, referral, again }: { session: StaffSession; referral: Referral; again: () => void }) {
  const [code, setCode] = useState<string>()
  const [verified, setVerified] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const sent = referral.parties.includes('sender') && referral.legs[0]?.id === referral.id
  const accepted = referral.origin === 'self' && referral.parties.includes('receiver') && referral.opened
  if (!sent && !accepted) return null
  if (code) {
    return (
      <>
        <CodeSlip code={code} words={slipWords(referral.languages[0])} />
        <PrintButton />
      </>
    )
  }
  return (
    <div>
      {refusal && <Refused refusal={refusal} />}
      {!sent && (
        <>
          <p>{W.newCodeWarning}</p>
          <Select
            label={W.newCodeFor}
            value={verified}
            onChange={setVerified}
            options={[
              { value: '', label: W.choose },
              { value: 'in_person', label: W.inPerson },
              { value: 'called_back', label: W.calledBack },
            ]}
          />
        </>
      )}
      <Button
        kind="quiet"
        disabled={!sent && verified === ''}
        onClick={() =>
          void makeAnotherCode(session.token, referral.id, verified || undefined).then((made) => {
            if (made.ok) setCode(made.value)
            else setRefusal(made.refusal)
            again()
          })
        }
      >
        {W.newCode}
      </Button>
    </div>
  )
}
