import { useState } from 'react'
import { Link } from 'wouter'
import { getPack } from '../../api/eligibility'
import type { Refusal } from '../../api/private'
import { noteOf } from '../../api/referrals'
import type { Referral } from '../../model/referral'
import { Button, linkButton } from '../../ui/button/Button'
import { Details } from '../../ui/details/Details'
import type { StaffSession } from '../shared/staffSession'
import { useRemote, valueOf } from '../shared/useRemote'
import { prepare } from './prepared'
import { Refused } from './Refused'
import { ANSWERS, QUESTIONS, W } from './words'

/** What the rules call the help of Social Security once the 18 months of a programme are over. */
const AFTER_PROGRAMME = 'social-security-after-18-months'

/** The form for Social Security, filled from what is known: by the rules' own service after the programme, else by looking for it. */
export function NextAfterProgramme({ referral }: { referral: Referral }) {
  const pack = valueOf(useRemote(['eligibility-pack'], getPack))
  const service = pack?.programmes.find(({ id }) => id === AFTER_PROGRAMME)?.services[0]
  return (
    <p>
      <Link
        href={service ? `/desk/send/${service}` : '/services?search=acompanhamento+18+meses'}
        onClick={() => prepare({ answers: {}, referral })}
        className={linkButton('second')}
      >
        {W.prepareNext}
      </Link>
    </p>
  )
}

interface NotesProps {
  session: StaffSession
  referral: Referral
  again: () => void
}

/** What happens beside the steps: a try to reach the person, a question, its answer. */
export function Notes({ session, referral, again }: NotesProps) {
  const [kind, setKind] = useState<'questions' | 'answers'>()
  const [refusal, setRefusal] = useState<Refusal>()
  const receives = referral.parties.includes('receiver') && !referral.endedAt
  const asked = referral.events.filter(({ kind: each }) => ['question_asked', 'answer_given'].includes(each)).at(-1)
  const answers = referral.parties.includes('sender') && !referral.endedAt && asked?.kind === 'question_asked'
  if (!receives && !answers) return null
  const note = async (to: 'contact-attempts' | 'questions' | 'answers', code?: string) => {
    const noted = await noteOf(session.token, referral.id, to, code)
    setRefusal(noted.ok ? undefined : noted.refusal)
    if (noted.ok) setKind(undefined)
    again()
  }
  return (
    <Details summary={W.notes} open={answers}>
      {refusal && <Refused refusal={refusal} />}
      <div className="desk-steps">
        {receives && referral.opened && (
          <Button kind="second" onClick={() => void note('contact-attempts')}>
            {W.tried}
          </Button>
        )}
        {receives && (
          <Button kind="second" aria-expanded={kind === 'questions'} onClick={() => setKind('questions')}>
            {W.ask}
          </Button>
        )}
        {answers && (
          <Button kind="second" aria-expanded={kind === 'answers'} onClick={() => setKind('answers')}>
            {W.answer}: {QUESTIONS[asked.code ?? '']}
          </Button>
        )}
      </div>
      {kind && (
        <div className="desk-steps">
          {Object.entries(kind === 'questions' ? QUESTIONS : ANSWERS).map(([code, label]) => (
            <Button key={code} kind="second" onClick={() => void note(kind, code)}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </Details>
  )
}
