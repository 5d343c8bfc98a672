/** What Intl puts between the parts of a date or an amount, without its narrow blanks and marks of direction, which nobody types. */
export const plainLiteral = (text: string): string => text.replaceAll(/\p{Cf}/gu, '').replaceAll(/\s/g, ' ');
