import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { getAbout } from '../../api/about'
import { dateText, languageName, numberText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { About } from '../../model/directory'
import { Details } from '../../ui/details/Details'
import { Out } from '../../ui/out/Out'
import { Page } from '../../ui/page/Page'
import { RemoteView } from '../shared/RemoteView'
import { Section } from '../shared/Section'
import { useRemote } from '../shared/useRemote'

export default function AboutData() {
  const { t } = useLingui()
  const about = useRemote(['about'], getAbout)
  return (
    <Page
      title={t`Sobre os dados`}
      lead={
        <p>
          <Trans>De onde vem o que aqui se diz, e o que não sabemos.</Trans>
        </p>
      }
    >
      <RemoteView remote={about}>{(found) => <AboutView about={found} />}</RemoteView>
      <Section title={t`A sua privacidade`}>
        <p>
          <Trans>
            Não pedimos o seu nome e não usamos cookies. Nenhuma página daqui pede nada a outro site: só sai daqui quando toca
            numa ligação.
          </Trans>
        </p>
        <p>
          <Trans>
            As palavras que procura não ficam no endereço nem no histórico. As páginas que abre ficam guardadas neste aparelho,
            para as ver sem Internet. Se o aparelho é de outra pessoa, apague o histórico e os dados do site.
          </Trans>
        </p>
      </Section>
    </Page>
  )
}

export function AboutView({ about }: { about: About }) {
  const { t } = useLingui()
  const language = usePageLanguage()
  const number = (value: number) => numberText(language, value)
  const loaded = about.loadedAt === undefined ? undefined : new Date(about.loadedAt)
  return (
    <>
      <Section title={t`O que há`}>
        <dl className="figures">
          <Figure label={t`Serviços abertos`} value={number(about.counts.activeServices)} />
          <Figure label={t`Serviços que já não existem`} value={number(about.counts.services - about.counts.activeServices)} />
          <Figure label={t`Organizações`} value={number(about.counts.organizations)} />
          <Figure label={t`Locais de atendimento`} value={number(about.counts.locations)} />
        </dl>
        {loaded && !Number.isNaN(loaded.getTime()) && (
          <p>
            <Trans>Dados carregados em {dateText(language, loaded)}</Trans>
          </p>
        )}
      </Section>
      <Section title={t`Até que ponto é certo`}>
        <dl className="figures">
          <Figure label={t`Fontes públicas seguras`} value={number(about.confidence.high)} />
          <Figure label={t`Fontes públicas; algum pormenor pode ter mudado`} value={number(about.confidence.medium)} />
          <Figure label={t`Não confirmado: ligue antes de ir`} value={number(about.confidence.low)} />
        </dl>
        <p>
          <Trans>O que não está confirmado aparece sempre assinalado. Cada página mostra as suas fontes.</Trans>
        </p>
      </Section>
      {about.languages.length > 0 && (
        <Section title={t`Línguas dos textos`}>
          <ul className="record-list">
            {about.languages.map((each) => (
              <li key={each.code}>
                {languageName(language, each.code)}:{' '}
                <Plural value={each.services} one="# serviço" many="# serviços" other="# serviços" />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t`O que ficou de fora`}>
        {about.leftOut.length === 0 ? (
          <p>
            <Trans>Nada: tudo o que estava nos dados de partida foi carregado.</Trans>
          </p>
        ) : (
          <Details summary={<Plural value={about.leftOut.length} one="# registo" many="# registos" other="# registos" />}>
            <ul className="record-list">
              {about.leftOut.map((each) => (
                <li key={`${each.kind} ${each.sourceId} ${each.reason}`}>
                  <bdi lang="en">
                    {each.kind} {each.sourceId}: {each.reason}
                  </bdi>
                </li>
              ))}
            </ul>
          </Details>
        )}
      </Section>
      <Section title={t`Tem uma lista de serviços?`}>
        <p>
          <Link href="/check-feed">
            <Trans>Verificar uma lista de serviços</Trans>
          </Link>
        </p>
      </Section>
      <Section title={t`Licenças e créditos`}>
        {about.licence && (
          <p>
            <Trans>Licença dos dados:</Trans> <Out href={about.licence.url}>{about.licence.name}</Out>
          </p>
        )}
        <ul className="record-list">
          {about.credits.map((credit) => (
            <li key={credit.text}>
              <bdi lang="en">{credit.url === undefined ? credit.text : <Out href={credit.url}>{credit.text}</Out>}</bdi>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
