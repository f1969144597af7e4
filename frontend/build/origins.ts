import type PO from 'pofile'

type Item = InstanceType<typeof PO>['items'][number]

/** The header of a catalogue whose texts a program wrote. */
export const ORIGIN = 'X-Text-Origin'

const REVIEW = /^reviewed:/i
const SIGNED = /^reviewed: (\d{4}-\d\d-\d\d) \S.*$/

const isReviewed = ({ comments }: Item): boolean => comments.some((comment) => REVIEW.test(comment.trim()))

/** A day that has been, and a name: `reviewed: 2027-01-31 Ana Marques`. */
function isSigned(comment: string, today: string): boolean {
  const day = SIGNED.exec(comment.trim())?.[1]
  return day !== undefined && day <= today && new Date(`${day}T12:00:00Z`).toJSON()?.slice(0, 10) === day
}

/**
 * What a catalogue says wrongly of who wrote its texts. A text was written by a program, and no person has reviewed it, unless a comment on it names
 * the day and the person; a text that is changed is another text and has no comment.
 */
export function originFaults(catalogue: PO, reviewed: boolean, today: string): string[] {
  const faults: string[] = []
  if (catalogue.headers[ORIGIN] !== 'machine') faults.push(`the header "${ORIGIN}: machine" is not there`)
  for (const item of catalogue.items.filter(({ obsolete }) => !obsolete)) {
    for (const comment of item.comments.filter((each) => REVIEW.test(each.trim()))) {
      if (!isSigned(comment, today)) faults.push(`${item.msgid}: "${comment}" must be such as "reviewed: 2027-01-31 Ana Marques"`)
    }
    if (reviewed && !isReviewed(item)) faults.push(`${item.msgid}: the language is said to be reviewed, and this text is not`)
  }
  return faults
}
