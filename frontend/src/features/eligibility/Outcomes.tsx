import { Trans, useLingui } from '@lingui/react/macro'
import type { Assessment, Outcome } from '../../eligibility/assess'
import type { Pack } from '../../eligibility/pack'
import type { RuleTexts } from '../../model/ruleTexts'
import { Details } from '../../ui/details/Details'
import { Section } from '../shared/Section'
import { ProgrammeCard } from './ProgrammeCard'

interface Props {
  assessments: Assessment[]
  pack: Pack
  texts: RuleTexts
}

/** What looks possible comes first; what does not is folded away, and says why. */
export function Outcomes({ assessments, pack, texts }: Props) {
  const { t } = useLingui()
  const cards = (...outcomes: Outcome[]) => {
    const those = outcomes.flatMap((outcome) => assessments.filter((each) => each.outcome === outcome))
    return (
      those.length > 0 && (
        <ul className="programmes">
          {those.map((each) => (
            <ProgrammeCard key={each.programme.id} assessment={each} pack={pack} texts={texts} />
          ))}
        </ul>
      )
    )
  }
  const now = cards('yes-until', 'yes', 'possible-authority-decides', 'disputed')
  const later = cards('not-yet', 'ended')
  const open = cards('not-known')
  const no = cards('no')
  return (
    <div id="results" className="outcomes" tabIndex={-1}>
      {now && <Section title={t`O que parece possível`}>{now}</Section>}
      {later && <Section title={t`Mais tarde, ou já não`}>{later}</Section>}
      {open && (
        <Section title={t`O que ainda não se sabe`}>
          <Details summary={<Trans>Mostrar o que depende de outras respostas</Trans>}>{open}</Details>
        </Section>
      )}
      {no && (
        <Section title={t`O que parece não ser para si`}>
          <Details summary={<Trans>Mostrar, com os motivos</Trans>}>{no}</Details>
        </Section>
      )}
      <p>
        <Trans>Isto é uma orientação, não uma decisão. Quem decide é a entidade de cada apoio.</Trans>
      </p>
    </div>
  )
}
