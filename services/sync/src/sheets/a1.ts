/** The letters of a column; 0 is A. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCodePoint(65 + (column % 26))}`;
}

/** A title in quotes: an unquoted one may be taken for a named range or a cell. */
export const quoted = (tab: string): string => `'${tab.replaceAll("'", "''")}'`;

/** A pass reads so many columns of a tab, A to Z. */
export const columnsRead = 26;

/** Columns A to Z of a tab, all rows: wide enough for every table and bounded, so that stray cells far out cost nothing. */
export const wholeTab = (tab: string): string => `${quoted(tab)}!A1:${columnLetters(columnsRead - 1)}`;

/** One column of a tab, all rows. */
export const wholeColumn = (tab: string, column: number): string =>
  `${quoted(tab)}!${columnLetters(column)}1:${columnLetters(column)}`;
