import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { Assessment, Judged } from '../../eligibility/assess'
import { NO as UNMET, OPEN } from '../../eligibility/expression'
import type { Pack } from '../../eligibility/pack'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { RuleTexts } from '../../model/ruleTexts'
import { Details } from '../../ui/details/Details'
import { Icon } from '../../ui/icon/Icon'
import { Out } from '../../ui/out/Out'
import { Tag } from '../../ui/tag/Tag'
import { OUTCOMES } from '../shared/outcomeWords'
import { dayWords, spanWords } from './words'

interface Props {
  assessment: Assessment
  pack: Pack
  texts: RuleTexts
}

/** What the rules say of one programme for this person, and everything it rests on. */
export function ProgrammeCard({ assessment, pack, texts }: Props) {
  const { i18n } = useLingui()
  const language = usePageLanguage()
  const { programme, outcome, day, applyBy, changes } = assessment
  const { says, tone } = OUTCOMES[outcome]
  return (
    <li className="card programme" data-programme={programme.id} data-outcome={outcome}>
      <h3 lang={texts.language}>{texts.programmes[programme.id] ?? programme.id}</h3>
      <p className="programme-tags">
        <Tag tone={tone} icon={tone === 'good' ? 'check' : undefined}>
          {i18n._(says)}
        </Tag>{' '}
        {assessment.version?.status === 'draft' && (
          <Tag tone="warn">
            <Trans>Rascunho, não revisto por uma entidade</Trans>
          </Tag>
        )}
      </p>
      <p lang={texts.language}>{texts.gives[programme.id]}</p>
      {day && (
        <p>
          <Icon name="calendar" />{' '}
          {outcome === 'not-yet' ? (
            <Trans>A partir de: {spanWords(language, day)}</Trans>
          ) : (
            <Trans>Último dia: {spanWords(language, day)}</Trans>
          )}
        </p>
      )}
      {applyBy && (
        <p>
          <Trans>Peça até: {spanWords(language, applyBy)}</Trans>
        </p>
      )}
      <Details summary={<Trans>Porquê, documentos e próximos passos</Trans>}>
        <Why assessment={assessment} pack={pack} texts={texts} />
        {changes.length > 0 && (
          <>
            <h4>
              <Trans>O que muda depois</Trans>
            </h4>
            <ul>
              {changes.map((change) => (
                <li key={change.on}>
                  {dayWords(language, change.on)}: {i18n._(OUTCOMES[change.outcome].says)}
                </li>
              ))}
            </ul>
          </>
        )}
        <Documents assessment={assessment} texts={texts} />
        <Steps assessment={assessment} texts={texts} />
        <Basis assessment={assessment} pack={pack} />
      </Details>
    </li>
  )
}

function Why({ assessment, pack, texts }: Props) {
  const shown = assessment.criteria.filter(({ role }) => role !== 'irrelevant')
  return (
    <>
      <h4>
        <Trans>Porquê</Trans>
      </h4>
      <ul className="criteria">
        {shown.map((judged) => (
          <li key={judged.criterion.at}>
            <VerdictTag judged={judged} /> <span lang={texts.language}>{texts.criteria[judged.criterion.id]}</span>
            {judged.criterion.assessedBy !== undefined && (
              <>
                {' '}
                <Trans>
                  Quem decide: <span lang={texts.language}>{texts.deciders[judged.criterion.assessedBy]}</span>
                </Trans>
              </>
            )}
            {judged.criterion.confidence === 'disputed' && (
              <>
                {' '}
                <Tag tone="warn">
                  <Trans>As fontes não concordam</Trans>
                </Tag>
              </>
            )}
            {judged.criterion.confidence === 'reported' && (
              <>
                {' '}
                <Tag>
                  <Trans>Fonte não oficial</Trans>
                </Tag>
              </>
            )}
          </li>
        ))}
      </ul>
      {assessment.missing.length > 0 && (
        <>
          <p>
            <Trans>Ainda falta saber:</Trans>
          </p>
          <ul lang={texts.language}>
            {assessment.missing.map((fact) => (
              <li key={fact.id}>{texts.facts[fact.id]}</li>
            ))}
          </ul>
        </>
      )}
      {pack.facts.length > 0 && assessment.outcome === 'no' && (
        <p>
          <Trans>Se a sua situação mudar, ou se isto não estiver certo, pergunte a um mediador: a resposta pode ser outra.</Trans>
        </p>
      )}
    </>
  )
}

function VerdictTag({ judged: { verdict, criterion } }: { judged: Judged }) {
  const open = verdict === OPEN
  const fits = verdict === criterion.met
  if (open)
    return (
      <Tag icon="question">
        <Trans>Não se sabe</Trans>
      </Tag>
    )
  return verdict === UNMET ? (
    <Tag tone={fits ? 'good' : 'plain'} icon={fits ? 'check' : 'close'}>
      <Trans>Não</Trans>
    </Tag>
  ) : (
    <Tag tone={fits ? 'good' : 'plain'} icon={fits ? 'check' : 'close'}>
      <Trans>Sim</Trans>
    </Tag>
  )
}

function Documents({ assessment: { documents }, texts }: { assessment: Assessment; texts: RuleTexts }) {
  if (documents.length === 0) return null
  return (
    <>
      <h4>
        <Trans>Documentos a levar</Trans>
      </h4>
      <ul className="checklist">
        {documents.map((each) => (
          <li key={each.id}>
            <label lang={texts.language}>
              <input type="checkbox" /> {[each.id, ...each.alternatives].map((id) => texts.documents[id] ?? id).join(' / ')}
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}

function Steps({ assessment: { next, programme }, texts }: { assessment: Assessment; texts: RuleTexts }) {
  return (
    <>
      <h4>
        <Trans>Próximos passos</Trans>
      </h4>
      <ul>
        {next.map((step) => (
          <li key={step.id}>
            <span lang={texts.language}>{texts.steps[step.id]}</span>{' '}
            {step.service !== undefined && (
              <Link href={`/services/${step.service}`}>
                <Trans>Ver o serviço e os contactos</Trans>
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p>
        <Trans>
          Quem decide: <span lang={texts.language}>{texts.deciders[programme.decidedBy]}</span>
        </Trans>
      </p>
    </>
  )
}

function Basis({ assessment: { version }, pack }: { assessment: Assessment; pack: Pack }) {
  if (!version) return null
  return (
    <>
      <h4>
        <Trans>Em que se baseia</Trans>
      </h4>
      <ul>
        {version.sources.map((id) => {
          const source = pack.sources[id]
          return (
            source && (
              <li key={id}>
                <Out href={source.url}>
                  <bdi lang="pt">{source.title}</bdi>
                </Out>{' '}
                <span className="small">
                  <Trans>
                    visto em <bdi>{source.seenOn}</bdi>
                  </Trans>
                </span>
              </li>
            )
          )
        })}
      </ul>
    </>
  )
}
