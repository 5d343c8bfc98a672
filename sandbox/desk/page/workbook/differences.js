/**
 * The cells that differ between two readings of one tab, as [{row, column, text}]; `row` counts from 1 in the newer one.
 * Rows are told apart by their first cell, so that a row that only moved has not changed. A row that is new counts as
 * changed in all its cells.
 */
export function differences(before, after) {
  const old = byKey(before);
  return after.flatMap((cells, index) => {
    const was = old.get(keyOf(cells, index)) ?? [];
    return cells.flatMap((text, column) => (text === (was[column] ?? '') ? [] : [{ row: index + 1, column, text }]));
  });
}

/** Of several rows with one key the first counts; rows without one are known by their place. */
function byKey(rows) {
  const found = new Map();
  rows.forEach((cells, index) => {
    const key = keyOf(cells, index);
    if (!found.has(key)) found.set(key, cells);
  });
  return found;
}

const keyOf = (cells, index) => (cells[0] ? `=${cells[0]}` : `#${index}`);
