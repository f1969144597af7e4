import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { dateText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import { Out } from '../../ui/out/Out'
import { Page } from '../../ui/page/Page'
import { Section } from '../shared/Section'
import { LAWS } from './laws'

/** The day of the assessment that this page tells of; whoever assesses anew changes it together with the text. */
const ASSESSED = new Date('2026-11-28T12:00:00Z')

/**
 * The accessibility statement, with the parts that Decreto-Lei 83/2018 and Implementing Decision (EU) 2018/1523 ask for: how far it conforms,
 * what does not, how that was found out and when, whom to tell, where to complain. docs/accessibility.md says where each sentence comes from.
 */
export default function AccessibilityPage() {
  const { t } = useLingui()
  const day = dateText(usePageLanguage(), ASSESSED)
  return (
    <Page
      title={t`Declaração de acessibilidade`}
      lead={
        <p>
          <Trans>O que se verificou, o que falta e como nos dizer.</Trans>
        </p>
      }
    >
      <Section title={t`Estado de conformidade`}>
        <p>
          <Trans>
            Estas páginas seguem o Decreto-Lei n.º 83/2018 e as regras WCAG 2.1, nível AA. Estão parcialmente conformes, pelo que
            se diz a seguir.
          </Trans>
        </p>
      </Section>
      <Section title={t`O que não está conforme ou não se sabe`}>
        <ul className="record-list">
          <li>
            <Trans>Muitos textos foram escritos ou traduzidos por um programa e ninguém os reviu.</Trans>
          </li>
          <li>
            <Trans>As páginas das equipas, depois de entrar, não fazem parte desta avaliação.</Trans>
          </li>
          <li>
            <Trans>Os sites e documentos de outros, para onde há ligações, não dependem de nós.</Trans>
          </li>
        </ul>
      </Section>
      <Section title={t`Como se avaliou`}>
        <p>
          <Trans>Autoavaliação feita em {day}.</Trans>
        </p>
        <ul className="record-list">
          <li>
            <Trans>
              Dois programas, axe e QualWeb, verificaram uma página de cada tipo. Um programa só vê uma parte dos problemas.
            </Trans>
          </li>
          <li>
            <Trans>Nenhuma pessoa com deficiência nem ninguém que use leitor de ecrã as experimentou ainda.</Trans>
          </li>
          <li>
            <Trans>Não se fez a avaliação manual dos «10 aspetos críticos».</Trans>
          </li>
        </ul>
      </Section>
      <Section title={t`Encontrou uma barreira?`}>
        <p>
          <Trans>
            Abra um serviço da <Link href="/services">lista</Link>, toque em «Dizer o que está errado» e escolha «Outra coisa». A
            equipa nacional lê. Ainda não há um contacto só para a acessibilidade.
          </Trans>
        </p>
      </Section>
      <Section title={t`Fazer queixa`}>
        <p>
          <Trans>
            Quem for discriminado por ter uma deficiência pode fazer queixa ao{' '}
            <Out href="https://www.inr.pt">Instituto Nacional para a Reabilitação</Out>.
          </Trans>
        </p>
      </Section>
      <Section title={t`Fontes`}>
        <ul className="record-list">
          {LAWS.map(({ name, href }) => (
            <li key={href}>
              <Out href={href}>
                <bdi lang="pt">{name}</bdi>
              </Out>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
