/** Key → the place that it leads to. */
export const moves = ({ row, column }, cells) => ({
  ArrowUp: { row: row - 1, column },
  ArrowDown: { row: row + 1, column },
  ArrowLeft: { row, column: column - 1 },
  ArrowRight: { row, column: column + 1 },
  Home: { row, column: 0 },
  End: { row, column: cells[0].length - 1 },
  PageUp: { row: row - 10, column },
  PageDown: { row: row + 10, column },
  'Ctrl+Home': { row: 1, column: 0 },
  'Ctrl+End': { row: cells.length, column: cells[0].length - 1 },
});

/** Where an edit that was ended by a key leads to. */
export function afterEdit({ row, column }, { key, shiftKey }) {
  const by = shiftKey ? -1 : 1;
  if (key === 'Escape') return { row, column };
  return key === 'Enter' ? { row: row + by, column } : { row, column: column + by };
}
