/** More than a person pastes by hand; a slip of the clipboard does not fill the sheet. */
const mostCells = 20_000;

/**
 * The cells of a text that was copied from a spreadsheet: a tab ends a cell, a line end a row. A cell in quotes may hold
 * both, and two quotes for one. undefined for too many cells.
 */
export function readBlock(text) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  const whole = text.replace(/\r?\n$/, '');
  for (;;) {
    const found = cell.exec(whole);
    if (!found) break;
    const [, inQuotes, plain, end] = found;
    rows.at(-1).push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.flat().length > mostCells ? undefined : rows;
}
