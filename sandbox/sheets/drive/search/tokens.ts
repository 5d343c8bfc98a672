/** The words, signs and quoted values of a search, e.g. `name contains 'Pay'`. */
export type Token = { readonly text: string; readonly isValue: boolean };

const token = /\s*(?:([()]|<=|>=|!=|=|<|>|[A-Za-z]+)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/y;

/** Undefined when the text holds what is neither. */
export function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const rest = text.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < rest.length) {
    const match = token.exec(rest);
    if (!match) return undefined;
    const [, plain, single, double] = match;
    const value = single ?? double;
    tokens.push(
      value === undefined
        ? { text: plain ?? '', isValue: false }
        : { text: value.replaceAll(/\\(.)/g, '$1'), isValue: true },
    );
  }
  return tokens;
}
