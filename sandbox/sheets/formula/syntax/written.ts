import type { Cell } from '../../grid/cell.ts';
import { formulaOf, keptMarks, tokensOf } from './token.ts';
import type { FormulaMarks, Token } from './token.ts';

/** A formula as it is kept, from how a locale writes it: names in capitals, `.` and `,` as marks. Undefined when it is none. */
export function keptFormula(text: string, marks: FormulaMarks): string | undefined {
  const tokens = tokensOf(text, marks);
  return tokens && formulaOf(tokens.map((token) => ({ ...token, text: keptText(token, marks) })));
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

/** A cell's formula as the locale writes it. */
export function shownFormula({ formula = '', unreadable }: Cell, { decimal, separator }: FormulaMarks): string {
  if (unreadable || separator === keptMarks.separator) return formula;
  const tokens = tokensOf(formula);
  if (!tokens) return formula;
  return formulaOf(
    tokens.map((token) => {
      if (token.kind === 'number') return { ...token, text: token.text.replace('.', decimal) };
      return token.kind === 'separator' ? { ...token, text: separator } : token;
    }),
  );
}
