import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { msg } from '@lingui/core/macro'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { knownFrom } from '../../eligibility/answers'
import { type Assessment, assess } from '../../eligibility/assess'
import { type Day, plusMonths, spanOf, today } from '../../eligibility/days'
import type { Pack, Version } from '../../eligibility/pack'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { RuleTexts } from '../../model/ruleTexts'
import { Button, linkButton } from '../../ui/button/Button'
import { Details } from '../../ui/details/Details'
import { Field } from '../../ui/field/Field'
import { Icon } from '../../ui/icon/Icon'
import { Notice } from '../../ui/notice/Notice'
import { Page } from '../../ui/page/Page'
import { useNow } from '../../ui/useNow'
import { RemoteView } from '../shared/RemoteView'
import { Section } from '../shared/Section'
import { say, useSaid } from '../shared/answersOfPerson'
import { calendarOf, save } from './calendar'
import { DateField } from './DateField'
import './eligibility.css'
import { Privacy } from './Privacy'
import { askRulesAhead, useRules } from './useRules'
import { OUTCOMES } from '../shared/outcomeWords'
import { spanWords } from './words'

const SUPPORT = 'support-18-months'
const AFTERWARDS = 'social-security-after-18-months'
const CHANNELS = ['resettlement', 'relocation', 'humanitarian_admission']

/** What is worth doing when, from what the programmes of the rules give. Only the last day is in the rules; these are our advice. */
const MILESTONES = [
  { month: 1, advice: msg`Peça os números de que vai precisar: utente de saúde, NIF, NISS. Inscreva as crianças na escola.` },
  { month: 3, advice: msg`Inscreva-se num curso de português. Peça ao ponto focal o plano do seu apoio.` },
  { month: 6, advice: msg`Inscreva-se no centro de emprego, se pode trabalhar. Trate do reconhecimento dos diplomas.` },
  { month: 12, advice: msg`Fale com o ponto focal sobre casa e dinheiro depois do fim do programa.` },
  { month: 15, advice: msg`Junte os documentos para a Segurança Social, se ainda não tiver autonomia.` },
] as const

const REMINDERS = [60, 30, 10]

export const askAhead = askRulesAhead

/** The 18 months of the support programme as a line of time, from the day of arrival as far as it is known. */
export default function ClockPage() {
  const { t } = useLingui()
  const { pack, texts } = useRules()
  return (
    <Page
      title={t`Os 18 meses de apoio`}
      lead={
        <p>
          <Trans>
            Para quem chegou por reinstalação, recolocação ou admissão humanitária: quando acaba o apoio e o que preparar.
          </Trans>
        </p>
      }
    >
      <Privacy />
      <RemoteView remote={pack}>
        {(rules) => <RemoteView remote={texts}>{(sentences) => <Clock pack={rules} texts={sentences} />}</RemoteView>}
      </RemoteView>
    </Page>
  )
}

function Clock({ pack, texts }: { pack: Pack; texts: RuleTexts }) {
  const { answers } = useSaid()
  const [date, setDate] = useState(typeof answers.arrival_date === 'string' ? answers.arrival_date : '')
  const asOf = today(useNow())
  const programme = pack.programmes.find(({ id }) => id === SUPPORT)
  const group = useId()
  const arrival = spanOf(date)
  const channel = typeof answers.arrival_channel === 'string' ? answers.arrival_channel : ''
  const support = programme && arrival && assess(programme, knownFrom(pack, { ...answers, arrival_date: date }), pack.facts, asOf)
  const last = support?.version?.until
  const known = knownFrom(pack, { ...answers, arrival_date: date })
  const until: [Day, Day] | undefined = last && [last.low(known, asOf), last.high(known, asOf)]
  return (
    <>
      <div className="card question">
        <Field label={<span lang={texts.language}>{texts.facts.arrival_channel}</span>}>
          {(control) => (
            <select {...control} value={channel} onChange={(event) => say('arrival_channel', event.target.value || undefined)}>
              <option value="">–</option>
              {pack.facts
                .find(({ id }) => id === 'arrival_channel')
                ?.codes.map((code) => (
                  <option key={code} value={code} lang={texts.language}>
                    {texts.codes[`arrival_channel.${code}`]}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <div role="group" aria-labelledby={group} className="plain">
          <p id={group} lang={texts.language}>
            <strong>{texts.facts.arrival_date}</strong>
          </p>
          <DateField
            value={date}
            onChange={(typed) => {
              setDate(typed)
              if (spanOf(typed)) say('arrival_date', typed)
            }}
          />
        </div>
      </div>
      {channel !== '' && !CHANNELS.includes(channel) && (
        <Notice tone="info">
          <p>
            <Trans>Este programa é só para quem chegou por uma dessas três vias.</Trans>{' '}
            <Link href="/eligibility">
              <Trans>Veja o que pode pedir</Trans>
            </Link>
          </p>
        </Notice>
      )}
      {arrival && until && support && (channel === '' || CHANNELS.includes(channel)) && (
        <Timeline arrival={arrival} until={until} asOf={asOf} support={support} pack={pack} texts={texts} />
      )}
    </>
  )
}

interface TimelineProps {
  arrival: [Day, Day]
  until: [Day, Day]
  asOf: Day
  support: Assessment
  pack: Pack
  texts: RuleTexts
}

function Timeline({ arrival, until, asOf, support, pack, texts }: TimelineProps) {
  const { t, i18n } = useLingui()
  const language = usePageLanguage()
  const left = until[0] - asOf
  const afterwards = pack.programmes.find(({ id }) => id === AFTERWARDS)?.versions.at(-1)
  const at = (months: number): [Day, Day] => [plusMonths(arrival[0], months, true), plusMonths(arrival[1], months, true)]
  const saveCalendar = () => {
    const entries = [
      ...MILESTONES.map(({ month, advice }) => ({ day: at(month)[0], title: i18n._(advice) })),
      ...REMINDERS.map((days) => ({ day: until[0] - days, title: t`Balcão: faltam ${days} dias para o último dia` })),
      { day: until[0], title: t`Balcão: último dia do programa de 18 meses` },
    ].filter(({ day }) => day >= asOf)
    save('balcao.ics', 'text/calendar', calendarOf(entries, new Date()))
  }
  const steps = [
    ...MILESTONES.map(({ month, advice }) => ({
      key: month,
      last: at(month)[1],
      element: (
        <>
          <strong>
            <Trans>
              Mês {month} · {spanWords(language, at(month))}
            </Trans>
          </strong>
          <p>{i18n._(advice)}</p>
        </>
      ),
    })),
    { key: 18, last: until[1], element: <LastDay until={until} afterwards={afterwards} texts={texts} /> },
  ]
  // What comes next is read first.
  const ahead = steps.filter(({ last }) => last >= asOf)
  const past = steps.filter(({ last }) => last < asOf)
  return (
    <Section title={t`O seu calendário`}>
      <Notice tone={left < 0 ? 'warn' : 'info'} title={<Trans>Último dia: {spanWords(language, until)}</Trans>}>
        <p>
          {left >= 0 ? (
            <Plural
              value={left}
              one="Falta # dia, pelo menos."
              many="Faltam # dias, pelo menos."
              other="Faltam # dias, pelo menos."
            />
          ) : until[1] < asOf ? (
            <Trans>O programa já terminou.</Trans>
          ) : (
            <Trans>Pode já ter terminado: veja com o ponto focal o dia exato da chegada.</Trans>
          )}
        </p>
        <p className="small">
          {i18n._(OUTCOMES[support.outcome].says)} · <Trans>Rascunho, não revisto por uma entidade</Trans>
        </p>
      </Notice>
      <ol className="timeline">
        {ahead.map(({ key, element }) => (
          <li key={key}>{element}</li>
        ))}
      </ol>
      {past.length > 0 && (
        <Details summary={<Trans>O que já passou</Trans>}>
          <ol className="timeline">
            {past.map(({ key, element }) => (
              <li key={key} className="past">
                {element}
              </li>
            ))}
          </ol>
        </Details>
      )}
      <p className="small">
        <Trans>O último dia vem das regras do programa. O resto são conselhos do Balcão, e não prazos da lei.</Trans>
      </p>
      <p>
        <Trans>Se não pode ou não quer falar com a sua instituição, fale com o Departamento de Integração da AIMA.</Trans>
      </p>
      <div className="question-skip">
        <Button kind="second" onClick={saveCalendar}>
          <Icon name="calendar" />
          <Trans>Guardar no calendário do telemóvel</Trans>
        </Button>
        <Link href="/eligibility" className={linkButton('second')}>
          <Trans>O que posso pedir?</Trans>
        </Link>
      </div>
    </Section>
  )
}

interface LastDayProps {
  until: [Day, Day]
  afterwards: Version | undefined
  texts: RuleTexts
}

/** The last day of the programme, and who goes on from there. */
function LastDay({ until, afterwards, texts }: LastDayProps) {
  const language = usePageLanguage()
  return (
    <>
      <strong>
        <Trans>Mês 18 · {spanWords(language, until)}</Trans>
      </strong>
      <p>
        <Trans>É o último dia do programa.</Trans> <span lang={texts.language}>{texts.gives[AFTERWARDS]}</span>
      </p>
      <ul lang={texts.language}>
        {afterwards?.next.map((step) => (
          <li key={step.id}>
            {texts.steps[step.id]}{' '}
            {step.service !== undefined && (
              <Link href={`/services/${step.service}`} lang={language}>
                <Trans>Ver o serviço e os contactos</Trans>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
