/** A piece of a pattern: text to show as it is, or marks such as `#,##0`, `yyyy` or `[h]` to fill. */
export type Piece = { readonly text: string; readonly literal: boolean };

/** One of the parts that `;` divides a pattern into. `fits` is there when the part has a condition such as `[>=100]`. */
export type Section = { readonly pieces: readonly Piece[]; readonly fits?: (value: number) => boolean };

const piecePattern = /"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|;|[^"\\[;_*]+|./gs;
const conditionPattern = /^\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]$/;
const elapsedPattern = /^\[(h+|m+|s+)\]$/i;
const currencyPattern = /^\[\$([^\-\]]*)[^\]]*\]$/;

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
};

const known = new Map<string, readonly Section[]>();

/** The parts of a pattern. Colours in brackets, and blanks to fill a column with, have no effect. */
export function sectionsOf(pattern: string): readonly Section[] {
  const found = known.get(pattern) ?? readSections(pattern);
  known.set(pattern, found);
  return found;
}

function readSections(pattern: string): Section[] {
  const parts: string[][] = [[]];
  for (const token of pattern.match(piecePattern) ?? []) {
    if (token === ';') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.map((tokens) => {
    const fits = tokens.map(readCondition).find((condition) => condition !== undefined);
    return { pieces: tokens.flatMap(readPiece), ...(fits && { fits }) };
  });
}

function readCondition(token: string): Section['fits'] {
  const [, sign = '', limit = ''] = conditionPattern.exec(token) ?? [];
  const compare = comparisons[sign];
  return compare && ((value) => compare(value, Number(limit)));
}

function readPiece(token: string): Piece[] {
  if (token.startsWith('"')) return [{ text: token.replaceAll('"', ''), literal: true }];
  if (token.startsWith('\\')) return [{ text: token.slice(1), literal: true }];
  if (token.startsWith('_')) return [{ text: ' ', literal: true }];
  if (token.startsWith('*')) return [];
  if (!token.startsWith('[')) return [{ text: token, literal: false }];
  if (elapsedPattern.test(token)) return [{ text: token, literal: false }];
  const [, currency] = currencyPattern.exec(token) ?? [];
  return currency === undefined ? [] : [{ text: currency, literal: true }];
}

/** The part for a number, and whether its sign is still to be put before it. */
export function sectionFor(sections: readonly Section[], value: number): { section: Section; sign: '' | '-' } {
  const [first = empty, second, third] = sections;
  const sign = value < 0 ? '-' : '';
  if (sections.some((section) => section.fits)) {
    const section = sections.find(({ fits }) => fits === undefined || fits(value)) ?? first;
    return { section, sign };
  }
  if (value < 0 && second) return { section: second, sign: '' };
  if (value === 0 && third) return { section: third, sign: '' };
  return { section: first, sign };
}

const empty: Section = { pieces: [] };

/** The part for a text: the fourth, or the only one when that asks for the text with `@`. */
export function textSection(sections: readonly Section[]): Section | undefined {
  if (sections.length >= 4) return sections[3];
  return sections.find(({ pieces }) => pieces.some(({ text, literal }) => !literal && text.includes('@')));
}

/** The part with the text in the place of each `@`. */
export const fillText = ({ pieces }: Section, text: string): string =>
  pieces.map((piece) => (piece.literal ? piece.text : piece.text.replaceAll('@', () => text))).join('');
