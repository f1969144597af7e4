/** Numbers of three digits and more, with what people write between the groups: telephone numbers, postcodes, years. */
const LONG_NUMBER = /\+?\d[\d\s\u00a0.-]{1,}\d/g

const isTelephone = (text: string): boolean => text.startsWith('+') || text.replaceAll(/\D/g, '').length >= 6

/** A text as a voice should say it: a telephone number digit by digit, in groups of three; years and amounts as they are. */
export const spoken = (text: string): string =>
  text
    .replaceAll(LONG_NUMBER, (number) =>
      isTelephone(number)
        ? (number.replaceAll(/\D/g, '').match(/\d{1,3}/g) ?? []).map((group) => [...group].join(' ')).join(', ')
        : number,
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
