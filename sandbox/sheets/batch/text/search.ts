import { Refusal } from '../../errors.ts';

/** A text with everything that was looked for in it replaced. */
export type Replaced = { readonly text: string; readonly occurrences: number };
export type Search = (text: string) => Replaced;

export type SearchOptions = {
  readonly find?: string;
  readonly replacement?: string;
  readonly matchCase?: boolean;
  readonly matchEntireCell?: boolean;
  readonly searchByRegex?: boolean;
};

/**
 * Finds and replaces in one text. Expressions and their replacements follow Java's rules (Google's reference); what Java
 * has and JavaScript has not is refused.
 */
export function searchFor({ find = '', replacement = '', ...options }: SearchOptions): Search {
  if (find === '') throw new Refusal('The text to find must not be empty.');
  const { matchCase = false, matchEntireCell = false, searchByRegex = false } = options;
  const source = searchByRegex ? fromJava(find) : RegExp.escape(find);
  const pattern = compile(matchEntireCell ? `(?<![\\s\\S])(?:${source})(?![\\s\\S])` : source, { find, matchCase });
  const expand = searchByRegex ? expander(replacement) : () => replacement;
  return (text) => {
    const matches = [...text.matchAll(pattern)];
    const ends = matches.map((match) => match.index + match[0].length);
    const parts = matches.map((match, index) => text.slice(ends[index - 1] ?? 0, match.index) + expand(match));
    return { text: parts.join('') + text.slice(ends.at(-1) ?? 0), occurrences: matches.length };
  };
}

function compile(source: string, { find, matchCase }: { find: string; matchCase: boolean }): RegExp {
  try {
    return new RegExp(source, matchCase ? 'gu' : 'giu');
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(`Invalid regular expression: ${find}`);
    throw error;
  }
}

/** Java lets every character be escaped that is no letter or digit, and has names of its own for the ends of a text. */
function fromJava(source: string): string {
  const ends: Readonly<Record<string, string>> = { A: '(?<![\\s\\S])', z: '(?![\\s\\S])', Z: '(?=\\n?(?![\\s\\S]))' };
  return source.replaceAll(/\\(.)/gsu, (escaped, character: string) => {
    if (ends[character] !== undefined) return ends[character];
    return /[\p{L}\p{N}^$\\.*+?()[\]{}|/]/u.test(character) ? escaped : `\\u{${codeOf(character)}}`;
  });
}

const codeOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16);

/** `$1` and `${name}` stand for groups, a backslash before a character for the character. */
function expander(replacement: string): (match: RegExpExecArray) => string {
  return (match) =>
    replacement.replaceAll(
      /\\(.)|\$\{(\w+)\}|\$(\d+)|\$/gsu,
      (whole, ...[literal, name, digits]: (string | undefined)[]) => {
        if (literal !== undefined) return literal;
        if (name !== undefined) return groupOf(match.groups ?? {}, name, whole);
        return digits === undefined ? badGroup(whole) : numbered(match, digits, whole);
      },
    );
}

/** As many digits as there are groups: with one group, `$12` is the group and a 2. */
function numbered(match: RegExpExecArray, digits: string, whole: string): string {
  const lengths = Array.from(digits, (_, index) => digits.length - index);
  const length = lengths.find((one) => Number(digits.slice(0, one)) < match.length);
  return length === undefined ? badGroup(whole) : (match[Number(digits.slice(0, length))] ?? '') + digits.slice(length);
}

function groupOf(groups: Readonly<Record<string, string | undefined>>, name: string, whole: string): string {
  return Object.hasOwn(groups, name) ? (groups[name] ?? '') : badGroup(whole);
}

function badGroup(reference: string): never {
  throw new Refusal(`The replacement refers to a group that the expression does not have: ${reference}`);
}
