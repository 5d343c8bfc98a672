import { comparison, membership } from './term.ts';
import type { FileTest } from './term.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

type Reader = { readonly tokens: readonly Token[]; at: number };

/** The `q` of files.list as a test of a file; undefined when the emulator does not know the query. An empty one finds all. */
export function fileTest(query: string): FileTest | undefined {
  const tokens = tokensOf(query);
  if (tokens?.length === 0) return () => true;
  const reader = { tokens: tokens ?? [], at: 0 };
  const test = tokens && readQuery(reader);
  return test && reader.at === reader.tokens.length ? test : undefined;
}

/** `and` and `or` bind alike, from left to right (Google's guide). */
function readQuery(reader: Reader): FileTest | undefined {
  let test = readUnary(reader);
  while (test) {
    const operator = ['and', 'or'].find((word) => take(reader, word));
    if (!operator) return test;
    const left: FileTest = test;
    const right = readUnary(reader);
    if (!right) return undefined;
    test =
      operator === 'and'
        ? (file, searcher) => left(file, searcher) && right(file, searcher)
        : (file, searcher) => left(file, searcher) || right(file, searcher);
  }
  return undefined;
}

function readUnary(reader: Reader): FileTest | undefined {
  if (take(reader, 'not')) {
    const test = readUnary(reader);
    return test && ((file, searcher) => !test(file, searcher));
  }
  if (take(reader, '(')) {
    const test = readQuery(reader);
    return take(reader, ')') ? test : undefined;
  }
  return readTerm(reader);
}

function readTerm(reader: Reader): FileTest | undefined {
  const [first, operator, last] = reader.tokens.slice(reader.at, reader.at + 3);
  if (!first || !operator || !last) return undefined;
  reader.at += 3;
  if (isWord(operator, 'in')) return readMembership(first, last);
  return first.isValue ? undefined : comparison(first.text, operator.text, last.text);
}

/** `'x' in parents`; gspread has it the other way round. */
function readMembership(first: Token, last: Token): FileTest | undefined {
  if (first.isValue === last.isValue) return undefined;
  return first.isValue ? membership(first.text, last.text) : membership(last.text, first.text);
}

function take(reader: Reader, word: string): boolean {
  const token = reader.tokens[reader.at];
  if (!token || !isWord(token, word)) return false;
  reader.at += 1;
  return true;
}

const isWord = ({ text, isValue }: Token, word: string) => !isValue && text.toLowerCase() === word;
