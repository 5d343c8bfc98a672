import { readReference, writeReference } from './reference.ts';
import type { Reference } from './reference.ts';
import { formulaOf, tokensOf } from './token.ts';
import type { Token } from './token.ts';

/** The formula with other references; where one becomes undefined it says #REF!. All else stays as it was typed. */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | undefined): string {
  const tokens = tokensOf(formula);
  return tokens ? formulaOf(tokens.map((token) => mapToken(token, change))) : formula;
}

function mapToken(token: Token, change: (reference: Reference) => Reference | undefined): Token {
  const reference = token.kind === 'reference' ? readReference(token.text) : undefined;
  if (!reference) return token;
  const changed = change(reference);
  if (!changed) return { kind: 'failure', text: '#REF!' };
  const text = writeReference(changed);
  return text === writeReference(reference) ? token : { ...token, text };
}
