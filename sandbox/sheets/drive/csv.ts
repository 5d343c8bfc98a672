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

/** A value and what ends it. After a closing quote anything may stand: it is left out. */
const valueAndEnd: Readonly<Record<Separated['separator'], RegExp>> = {
  ',': /(?:"((?:[^"]|"")*)"[^,\r\n]*|([^,\r\n]*))(\r\n|[,\r\n]|$)/y,
  '\t': /()([^\t\r\n]*)(\r\n|[\t\r\n]|$)/y,
};

/** The rows of a text; a line break at its end begins no row. */
export function parseSeparated(text: string, { separator }: Separated): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A copy: a sticky expression keeps its place.
  const next = new RegExp(valueAndEnd[separator]);
  next.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (next.lastIndex < text.length) {
    // The expression fits everywhere: at the least an empty value before an end.
    const [, quotedValue, plain = '', end] = next.exec(text) ?? [];
    row.push(quotedValue ? quotedValue.replaceAll('""', '"') : plain);
    if (end === separator) continue;
    rows.push(row);
    row = [];
  }
  // A separator at the end has an empty value behind it.
  return row.length > 0 ? [...rows, [...row, '']] : rows;
}
