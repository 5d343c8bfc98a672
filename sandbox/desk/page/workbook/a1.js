/** 0 → A, 26 → AA. */
export function letters(column) {
  const before = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return before === 0 ? last : letters(before - 1) + last;
}

export const quoted = (title) => `'${title.replaceAll("'", "''")}'`;

/** A place in A1 notation; `row` counts from 1, `column` from 0. */
export const cellRange = ({ row, column }) => `${letters(column)}${row}`;

/** The range that a block of cells fills from a place on. */
export function blockRange(title, { row, column }, block) {
  const width = Math.max(1, ...block.map((line) => line.length));
  const end = { row: row + block.length - 1, column: column + width - 1 };
  return `${quoted(title)}!${cellRange({ row, column })}:${cellRange(end)}`;
}
