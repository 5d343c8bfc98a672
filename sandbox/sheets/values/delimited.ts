/** The fields of delimited lines, e.g. of a CSV file. A field in quotes may hold the delimiter, line ends and `""`. */
export function readDelimited(text: string, delimiter: string): string[][] {
  const separator = RegExp.escape(delimiter);
  const field = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"|((?:(?!${separator})[^\\r\\n])*))(${separator}|\\r\\n|\\r|\\n|$)`,
    'gy',
  );
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(field)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') return withoutLast(lines);
    if (end !== delimiter) lines.push([]);
  }
  return lines;
}

/** The end of the last line begins no further one. */
function withoutLast(lines: string[][]): string[][] {
  const [first, ...more] = lines.at(-1) ?? [];
  return lines.length > 1 && first === '' && more.length === 0 ? lines.slice(0, -1) : lines;
}
