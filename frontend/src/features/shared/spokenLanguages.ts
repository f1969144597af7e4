/** Languages that people who come to Portugal speak, to choose one from (ISO 639). */
export const SPOKEN_LANGUAGES: readonly string[] = (
  'am ar az bg bn ckb cs de en es fa ff fr gu ha hi hu hy id ig it ja ka kea kk kmr ko ku ln mnk ml mn ne nl pa pl pov prs ps pt ro ru ' +
  'si so sq sr sw ta te th ti tl tr uk ur uz vi wo yo zh'
).split(' ')
