import type { BinaryOperator, Expression } from './expression.ts';
import { failureOf, noReference } from '../evaluation/failure.ts';
import { readReference } from './reference.ts';
import { tokensOf } from './token.ts';
import type { Token, TokenKind } from './token.ts';

/** Operators from the loosest to the tightest; each list binds alike, from left to right. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['=', '<>', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/** Brackets and signs deeper than this, and longer chains of operators, are no formula: the stack would not hold them. */
const maxDepth = 200;
const maxChain = 1_000;

/** Takes a kept formula apart; undefined when it is none. */
export function parseFormula(formula: string): Expression | undefined {
  const tokens = tokensOf(formula)?.filter((token) => token.kind !== 'blank');
  if (!tokens || tokens.length === 0) return undefined;
  const reader: Reader = { tokens, at: 0, depth: 0 };
  const expression = readLevel(reader, 0);
  return reader.at === tokens.length ? expression : undefined;
}

type Reader = { readonly tokens: readonly Token[]; at: number; depth: number };

function readLevel(reader: Reader, level: number): Expression | undefined {
  const operators = levels[level];
  if (!operators) return readSigned(reader);
  let left = readLevel(reader, level + 1);
  let length = 0;
  for (let operator = takeOperator(reader, operators); operator; operator = takeOperator(reader, operators)) {
    const right = readLevel(reader, level + 1);
    length += 1;
    if (!left || !right || length > maxChain) return undefined;
    left = { kind: 'binary', operator, left, right };
  }
  return left;
}

function takeOperator(reader: Reader, operators: readonly BinaryOperator[]): BinaryOperator | undefined {
  const token = reader.tokens[reader.at];
  const operator = token?.kind === 'operator' ? operators.find((one) => one === token.text) : undefined;
  if (operator) reader.at += 1;
  return operator;
}

function readSigned(reader: Reader): Expression | undefined {
  if (reader.depth > maxDepth) return undefined;
  const sign = takeText(reader, 'operator', '-') ?? takeText(reader, 'operator', '+');
  if (!sign) return readPercent(reader);
  reader.depth += 1;
  const operand = readSigned(reader);
  reader.depth -= 1;
  return operand && { kind: 'sign', sign: sign === '-' ? '-' : '+', operand };
}

function readPercent(reader: Reader): Expression | undefined {
  let operand = readOperand(reader);
  while (operand && takeText(reader, 'operator', '%')) operand = { kind: 'percent', operand };
  return operand;
}

function readOperand(reader: Reader): Expression | undefined {
  const token = reader.tokens[reader.at];
  if (!token) return undefined;
  reader.at += 1;
  switch (token.kind) {
    case 'number':
      return { kind: 'literal', value: Number(token.text) };
    case 'text':
      return { kind: 'literal', value: token.text.slice(1, -1).replaceAll('""', '"') };
    case 'failure':
      return { kind: 'failure', failure: failureOf(token.text.slice(token.text.lastIndexOf('#'))) };
    case 'reference':
      return referenceTo(token.text);
    case 'name':
      return named(token.text);
    case 'function':
      return readCall(reader, token.text);
    case 'bracket':
      return token.text === '(' ? readBracket(reader) : undefined;
    default:
      return undefined;
  }
}

function referenceTo(text: string): Expression {
  const reference = readReference(text);
  return reference ? { kind: 'reference', reference } : { kind: 'failure', failure: noReference() };
}

function named(name: string): Expression {
  const upper = name.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'literal', value: upper === 'TRUE' };
  return { kind: 'name', name };
}

function readBracket(reader: Reader): Expression | undefined {
  if (reader.depth > maxDepth) return undefined;
  reader.depth += 1;
  const inner = readLevel(reader, 0);
  reader.depth -= 1;
  return takeText(reader, 'bracket', ')') ? inner : undefined;
}

function readCall(reader: Reader, name: string): Expression | undefined {
  takeText(reader, 'bracket', '(');
  if (takeText(reader, 'bracket', ')')) return { kind: 'call', name: name.toUpperCase(), given: [] };
  if (reader.depth > maxDepth) return undefined;
  reader.depth += 1;
  const given = readArguments(reader);
  reader.depth -= 1;
  return given && takeText(reader, 'bracket', ')') ? { kind: 'call', name: name.toUpperCase(), given } : undefined;
}

function readArguments(reader: Reader): (Expression | undefined)[] | undefined {
  const given: (Expression | undefined)[] = [];
  do {
    const argument = isEmptyArgument(reader) ? 'left out' : readLevel(reader, 0);
    if (!argument) return undefined;
    given.push(argument === 'left out' ? undefined : argument);
  } while (takeText(reader, 'separator', ','));
  return given;
}

function isEmptyArgument({ tokens, at }: Reader): boolean {
  const token = tokens[at];
  return token?.kind === 'separator' || (token?.kind === 'bracket' && token.text === ')');
}

function takeText(reader: Reader, kind: TokenKind, text: string): string | undefined {
  const token = reader.tokens[reader.at];
  if (token?.kind !== kind || token.text !== text) return undefined;
  reader.at += 1;
  return token.text;
}
