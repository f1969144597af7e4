import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { knownFrom } from '../../eligibility/answers'
import { assess, nextQuestion } from '../../eligibility/assess'
import { today } from '../../eligibility/days'
import type { Pack } from '../../eligibility/pack'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { RuleTexts } from '../../model/ruleTexts'
import { Button, linkButton } from '../../ui/button/Button'
import { Icon } from '../../ui/icon/Icon'
import { Notice } from '../../ui/notice/Notice'
import { Page } from '../../ui/page/Page'
import { useNow } from '../../ui/useNow'
import { RemoteView } from '../shared/RemoteView'
import { Always } from './Always'
import { say, takeBack, useSaid } from '../shared/answersOfPerson'
import './eligibility.css'
import { HandOver } from './HandOver'
import { Outcomes } from './Outcomes'
import { Privacy } from './Privacy'
import { Question } from './Question'
import { Sheet } from './Sheet'
import { askRulesAhead, useRules } from './useRules'
import { answerWords } from './words'

export const askAhead = askRulesAhead

/** What somebody may get, as far as they want to tell; all of it is worked out on their device. */
export default function EligibilityPage() {
  const { t } = useLingui()
  const { pack, texts, portuguese } = useRules()
  return (
    <Page
      title={t`O que posso pedir?`}
      lead={
        <p>
          <Trans>Responda só ao que quiser. As respostas não saem deste aparelho.</Trans>
        </p>
      }
    >
      <Privacy />
      <RemoteView remote={pack}>
        {(rules) => (
          <RemoteView remote={texts}>
            {(sentences) => (
              <Asking pack={rules} texts={sentences} portuguese={portuguese.status === 'found' ? portuguese.value : sentences} />
            )}
          </RemoteView>
        )}
      </RemoteView>
      <Always />
    </Page>
  )
}

function Asking({ pack, texts, portuguese }: { pack: Pack; texts: RuleTexts; portuguese: RuleTexts }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const said = useSaid()
  const asOf = today(useNow())
  const [goingOn, setGoingOn] = useState(false)
  const { assessments, question } = useMemo(() => {
    const known = knownFrom(pack, said.answers)
    return {
      assessments: pack.programmes.map((programme) => assess(programme, known, pack.facts, asOf)),
      question: nextQuestion(pack, known, asOf, new Set(said.asked)),
    }
  }, [pack, said, asOf])
  const possible = assessments.filter(({ outcome }) =>
    ['yes', 'yes-until', 'possible-authority-decides'].includes(outcome),
  ).length
  return (
    <>
      {(!texts.reviewed || texts.language !== language) && (
        <Notice tone="warn">
          <p>
            {texts.language === language ? (
              <Trans>As perguntas e explicações nesta língua ainda não foram revistas por um falante nativo.</Trans>
            ) : (
              <Trans>As perguntas e explicações ainda não existem nesta língua.</Trans>
            )}
          </p>
        </Notice>
      )}
      {question ? (
        <Question
          key={question.id}
          fact={question}
          texts={texts}
          at={said.asked.length + 1}
          most={pack.facts.length}
          goingOn={goingOn}
          onAnswer={(answer) => {
            setGoingOn(true)
            say(question.id, answer)
          }}
        />
      ) : (
        <Notice tone="good" title={t`Não há mais perguntas.`}>
          <p>
            <Trans>Pode mudar qualquer resposta em baixo.</Trans>
          </p>
        </Notice>
      )}
      {said.asked.length > 0 && (
        <>
          <p role="status" className="so-far">
            <Plural
              value={possible}
              _0="Ainda nenhum apoio parece possível."
              one="# apoio parece possível até agora."
              many="# apoios parecem possíveis até agora."
              other="# apoios parecem possíveis até agora."
            />{' '}
            <a href="#results">
              <Trans>Ver os resultados</Trans>
            </a>
          </p>
          <details className="details">
            <summary>
              <span>
                <Trans>As minhas respostas</Trans>
              </span>
              <Icon name="down" />
            </summary>
            <MyAnswers pack={pack} texts={texts} onChange={() => setGoingOn(true)} />
          </details>
          <Outcomes assessments={assessments} pack={pack} texts={texts} />
          <div className="question-skip">
            <Button kind="second" onClick={() => print()}>
              <Icon name="print" />
              <Trans>Imprimir a folha para o balcão</Trans>
            </Button>
            <Link href="/18-months" className={linkButton('second')}>
              <Icon name="calendar" />
              <Trans>Calendário dos 18 meses</Trans>
            </Link>
          </div>
          <HandOver />
          <Sheet assessments={assessments} pack={pack} texts={texts} portuguese={portuguese} asOf={asOf} />
        </>
      )}
    </>
  )
}

function MyAnswers({ pack, texts, onChange }: { pack: Pack; texts: RuleTexts; onChange: () => void }) {
  const { i18n } = useLingui()
  const language = usePageLanguage()
  const { answers, asked } = useSaid()
  return (
    <ul className="my-answers">
      {pack.facts
        .filter(({ id }) => asked.includes(id))
        .map((fact) => (
          <li key={fact.id}>
            <span lang={texts.language}>{texts.facts[fact.id]}</span>{' '}
            <strong>{answerWords(fact, answers[fact.id], texts, i18n, language) ?? <Trans>sem resposta</Trans>}</strong>{' '}
            <Button
              kind="quiet"
              onClick={() => {
                onChange()
                takeBack(fact.id)
              }}
            >
              <Trans>Mudar</Trans>
              <span className="hidden"> {texts.facts[fact.id]}</span>
            </Button>
          </li>
        ))}
    </ul>
  )
}
