export type TokenKind =
  | 'blank'
  | 'text'
  | 'failure'
  | 'reference'
  | 'number'
  | 'function'
  | 'name'
  | 'separator'
  | 'operator'
  | 'bracket';

export type Token = { readonly kind: TokenKind; readonly text: string };

/** The marks of a locale that a formula is written in; formulas are kept with `.` and `,`. */
export type FormulaMarks = { readonly decimal: string; readonly separator: ',' | ';' };

export const keptMarks: FormulaMarks = { decimal: '.', separator: ',' };

const word = String.raw`[\p{L}_][\p{L}\p{N}_.]*`;
const sheet = String.raw`(?:'(?:[^']|'')+'|${word})!`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?\d+`;
const column = String.raw`\$?[A-Za-z]{1,3}`;
const row = String.raw`\$?\d+`;
const cells = `(?:${cell}(?::(?:${cell}|${column}|${row}))?|${column}:(?:${cell}|${column})|${row}:(?:${cell}|${row}))`;

const patternOf = ({ decimal, separator }: FormulaMarks) =>
  new RegExp(
    [
      String.raw`(?<blank>\s+)`,
      `(?<text>"(?:[^"]|"")*")`,
      String.raw`(?<failure>(?:${sheet})?#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|ERROR!))`,
      String.raw`(?<reference>(?:${sheet})?${cells}(?![\p{L}\p{N}_.(!:]))`,
      String.raw`(?<number>(?:\d+[${decimal}]?\d*|[${decimal}]\d+)(?:[eE][+-]?\d+)?)`,
      String.raw`(?<function>${word}(?=\s*\())`,
      String.raw`(?<name>(?:${sheet})?${word})`,
      // A semicolon is taken everywhere; a comma only where it does not begin the decimals.
      `(?<separator>${separator === ';' ? ';' : '[,;]'})`,
      String.raw`(?<operator><>|<=|>=|[-+*/^&=<>%])`,
      String.raw`(?<bracket>[()])`,
    ].join('|'),
    'uy',
  );

const patterns = { ',': patternOf(keptMarks), ';': patternOf({ decimal: ',', separator: ';' }) };

/** The tokens of a formula behind its `=`; they joined are the text. Undefined when some of it is no token. */
export function tokensOf(formula: string, { separator }: FormulaMarks = keptMarks): readonly Token[] | undefined {
  const text = formula.slice(1);
  const pattern = patterns[separator];
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    // Of all the groups one has matched, and their names are the kinds.
    const found =
      match && (Object.entries(match.groups ?? {}).find(([, part]) => part !== undefined) as [TokenKind, string]);
    if (!found) return undefined;
    tokens.push({ kind: found[0], text: found[1] });
    at = pattern.lastIndex;
  }
  return tokens;
}

export const formulaOf = (tokens: readonly Token[]): string => `=${tokens.map((token) => token.text).join('')}`;
