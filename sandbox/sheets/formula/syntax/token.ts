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

/** In the order in which they are looked for: `B2` is a reference before it is a name. */
const sources = ({ decimal, separator }: FormulaMarks): Readonly<Record<TokenKind, string>> => ({
  blank: String.raw`\s+`,
  text: `"(?:[^"]|"")*"`,
  failure: String.raw`(?:${sheet})?#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|ERROR!)`,
  reference: String.raw`(?:${sheet})?${cells}(?![\p{L}\p{N}_.(!:])`,
  number: String.raw`(?:\d+[${decimal}]?\d*|[${decimal}]\d+)(?:[eE][+-]?\d+)?`,
  function: String.raw`${word}(?=\s*\()`,
  name: String.raw`(?:${sheet})?${word}`,
  // A semicolon is taken everywhere; a comma only where it does not begin the decimals.
  separator: separator === ';' ? ';' : '[,;]',
  operator: '<>|<=|>=|[-+*/^&=<>%]',
  bracket: '[()]',
});

// Object.keys loses the type of the keys.
const kinds = Object.keys(sources(keptMarks)) as TokenKind[];

const patternOf = (marks: FormulaMarks) =>
  new RegExp(
    Object.values(sources(marks))
      .map((source) => `(${source})`)
      .join('|'),
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
    const kind = match && kinds[match.indexOf(match[0], 1) - 1];
    if (!kind) return undefined;
    tokens.push({ kind, text: match[0] });
    at = pattern.lastIndex;
  }
  return tokens;
}

export const formulaOf = (tokens: readonly Token[]): string => `=${tokens.map((token) => token.text).join('')}`;
