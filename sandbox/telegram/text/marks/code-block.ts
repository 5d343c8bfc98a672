const spaceOrEnd = new Set([' ', '\t', '\r', '\n', '\0', '\v']);

/** What stands between the three back quotes at `start` and the code: a language that white space ends, and one line break. */
export function readBlockHead(source: string, start: number): { language: string; end: number } {
  let end = start + 3;
  const word = /[^ \t\r\n\0\v`]*/y;
  word.lastIndex = end;
  const language = word.exec(source)?.[0] ?? '';
  const isLanguage = language !== '' && spaceOrEnd.has(source.charAt(word.lastIndex));
  if (isLanguage) end = word.lastIndex;
  return { language: isLanguage ? language : '', end: skipLineBreak(source, end) };
}

function skipLineBreak(source: string, at: number): number {
  const found = /\r\n|\n\r|\n|\r/y;
  found.lastIndex = at;
  return found.test(source) ? found.lastIndex : at;
}
