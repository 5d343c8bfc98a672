import type { Scalar } from '../grid/cell.ts';

/**
 * The value of a formula of numbers, `+ - * /` and brackets. The emulator has no functions and no references: other
 * formulas are kept as typed and show `#NAME?`.
 */
export function evaluate(formula: string): Scalar {
  const tokens = tokenize(formula.slice(1));
  if (!tokens) return '#NAME?';
  const reader = { tokens, at: 0 };
  const value = sum(reader);
  if (value === undefined || reader.at < tokens.length) return '#ERROR!';
  return Number.isFinite(value) ? value : '#DIV/0!';
}

type Tokens = { readonly tokens: readonly string[]; at: number };

function tokenize(text: string): readonly string[] | undefined {
  const tokens = text.match(/\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+|[-+*/()]/g) ?? [];
  return tokens.join('') === text.replaceAll(/\s/g, '') ? tokens : undefined;
}

function sum(reader: Tokens): number | undefined {
  let total = product(reader);
  for (let sign = takeOne(reader, '+', '-'); sign && total !== undefined; sign = takeOne(reader, '+', '-')) {
    const next = product(reader);
    total = next === undefined ? undefined : total + (sign === '+' ? next : -next);
  }
  return total;
}

function product(reader: Tokens): number | undefined {
  let total = factor(reader);
  for (let sign = takeOne(reader, '*', '/'); sign && total !== undefined; sign = takeOne(reader, '*', '/')) {
    const next = factor(reader);
    if (next === undefined) return undefined;
    total = sign === '*' ? total * next : total / next;
  }
  return total;
}

function factor(reader: Tokens): number | undefined {
  const sign = takeOne(reader, '+', '-');
  if (sign) {
    const value = factor(reader);
    return value === undefined || sign === '+' ? value : -value;
  }
  if (takeOne(reader, '(')) {
    const value = sum(reader);
    return takeOne(reader, ')') ? value : undefined;
  }
  const token = reader.tokens[reader.at];
  if (token === undefined || Number.isNaN(Number(token))) return undefined;
  reader.at += 1;
  return Number(token);
}

function takeOne(reader: Tokens, ...wanted: string[]): string | undefined {
  const token = reader.tokens[reader.at];
  if (token === undefined || !wanted.includes(token)) return undefined;
  reader.at += 1;
  return token;
}
