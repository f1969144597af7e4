import type { Examples } from '../examples'
import { Icon, type IconName } from './Icon'
import names from './icons.json'

const examples: Examples = {
  'every drawing': () => (
    <ul className="examples-icons" lang="en" dir="ltr">
      {(Object.keys(names) as IconName[]).map((name) => (
        <li key={name}>
          <Icon name={name} /> {name}
        </li>
      ))}
    </ul>
  ),
  'large, above a heading': () => <Icon name="search" large />,
}

export default examples
