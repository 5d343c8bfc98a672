import { formulaOf, keptMarks, tokensOf } from './token.ts';
import type { FormulaMarks, Token } from './token.ts';

/** A formula as it is kept, from how a locale writes it: names in capitals, `.` and `,` as marks. Unreadable text stays. */
export function keptFormula(text: string, marks: FormulaMarks): string {
  const tokens = tokensOf(text, marks);
  return tokens ? formulaOf(tokens.map((token) => ({ ...token, text: keptText(token, marks) }))) : text;
}

function keptText({ kind, text }: Token, { decimal }: FormulaMarks): string {
  if (kind === 'function') return text.toUpperCase();
  if (kind === 'reference') return upperCells(text);
  if (kind === 'number') return text.replace(decimal, '.');
  return kind === 'separator' ? ',' : text;
}

/** Behind the title: a title keeps its letters. */
function upperCells(reference: string): string {
  const start = reference.lastIndexOf('!') + 1;
  return reference.slice(0, start) + reference.slice(start).toUpperCase();
}

/** A kept formula as the locale writes it. */
export function shownFormula(formula: string, { decimal, separator }: FormulaMarks): string {
  if (separator === keptMarks.separator) return formula;
  const tokens = tokensOf(formula);
  if (!tokens) return formula;
  return formulaOf(
    tokens.map((token) => {
      if (token.kind === 'number') return { ...token, text: token.text.replace('.', decimal) };
      return token.kind === 'separator' ? { ...token, text: separator } : token;
    }),
  );
}
