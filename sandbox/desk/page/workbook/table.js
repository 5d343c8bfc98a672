import { element } from '../element.js';
import { letters } from './a1.js';
import { cellAt } from './cell.js';

/** Fills a table with empty cells and their letters and numbers; gives the cells as rows. */
export function layTable(table, { title, width, height }) {
  const cells = Array.from({ length: height }, (_, line) =>
    Array.from({ length: width }, (_, column) => cellAt(line + 1, column)),
  );
  table.setAttribute('aria-label', title);
  table.setAttribute('aria-rowcount', height);
  table.setAttribute('aria-colcount', width);
  table.replaceChildren(headOf(width), element('tbody', {}, ...cells.map(rowOf)));
  return cells;
}

function headOf(width) {
  const corner = element('th', { className: 'number' });
  const names = Array.from({ length: width }, (_, column) => element('th', {}, letters(column)));
  return element('thead', {}, element('tr', { className: 'letters', 'aria-hidden': 'true' }, corner, ...names));
}

function rowOf(line, index) {
  const number = element('th', { className: 'number', role: 'rowheader' }, String(index + 1));
  const className = index === 0 ? 'header' : '';
  return element('tr', { role: 'row', className, 'aria-rowindex': index + 1 }, number, ...line);
}
