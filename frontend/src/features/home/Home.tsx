import { useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { NEEDS } from './needs'

export default function Home() {
  const { t, i18n } = useLingui()
  return (
    <Page title={t`De que precisa?`}>
      <ul className="needs">
        {NEEDS.map(({ code, name, icon }) => (
          <li key={code}>
            <Link href={`/services?need=${code}`} className="need">
              <Icon name={icon} large />
              {i18n._(name)}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
