/**
 * What a telephone is given to dial (RFC 3966). Short numbers stay as they are; nine digits are Portugal's; of several numbers the first.
 * What the API says to dial goes before this.
 */
export function dial(number: string, extension?: string): string {
  const plain = number.normalize('NFKC').replace(/[\p{Cf}]/gu, '')
  // an x counts after a digit; Safari below 16.4 reads no script that looks behind
  const inside = /(?:ext(?:ens[aã]o|ension)?|ramal|(\d)\s*x)\s*[.:=]*\s*(\d{1,6})/iu.exec(plain)
  const before = inside ? inside.index + (inside[1]?.length ?? 0) : 0
  const first = (inside ? plain.slice(0, before) : plain).replace(/\(0\)/g, '').split(/[/;,]|\s(?:ou|or|e)\s/u)[0] ?? ''
  const digits = first.replace(/[^\d+]/g, '')
  const after = extension ?? inside?.[2]
  const ext = after === undefined ? '' : `;ext=${after}`
  if (digits.startsWith('+')) return `tel:${digits}${ext}`
  if (digits.startsWith('00')) return `tel:+${digits.slice(2)}${ext}`
  return digits.length === 9 ? `tel:+351${digits}${ext}` : `tel:${digits}${ext}`
}
