/** A text of values between commas, or between tabs. */
export type Separated = { readonly contentType: string; readonly separator: ',' | '\t' };

export const separatedTypes: readonly Separated[] = [
  { contentType: 'text/csv', separator: ',' },
  { contentType: 'text/tab-separated-values', separator: '\t' },
];

/** Rows of equal length; a value with a separator, a quote or a line break is quoted. Lines end as in Google's exports. */
export function formatSeparated(rows: readonly (readonly string[])[], { separator }: Separated): string {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const line = (row: readonly string[]) =>
    Array.from({ length: width }, (_, column) => quoted(row[column] ?? '', separator)).join(separator);
  return rows.map(line).join('\r\n');
}

/** A tab has no quotes: what would need them becomes a blank. */
function quoted(value: string, separator: string): string {
  if (separator === '\t') return value.replaceAll(/[\t\r\n]+/g, ' ');
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The rows of a text; a line break at its end begins no row. */
export function parseSeparated(text: string, { separator }: Separated): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const value = separator === ',' ? /"((?:[^"]|"")*)"|[^,\r\n]*/y : /[^\t\r\n]*/y;
  const end = /\r\n|\r|\n|[,\t]|$/y;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at = end.lastIndex) {
    value.lastIndex = at;
    const [raw = '', inner] = value.exec(text) ?? [];
    row.push(inner === undefined ? raw : inner.replaceAll('""', '"'));
    end.lastIndex = at + raw.length;
    // After a closing quote anything may stand: it is left out up to the next separator.
    while (end.exec(text)?.[0] === undefined) end.lastIndex += 1;
    if (text[end.lastIndex - 1] === separator) continue;
    rows.push(row);
    row = [];
  }
  return row.length > 0 ? [...rows, row] : rows;
}
