import { element } from '../element.js';

const litMs = 2_400;

export function cellAt(row, column) {
  const cell = element('td', { role: 'gridcell', tabIndex: -1, 'aria-colindex': column + 1 });
  cell.dataset.row = row;
  cell.dataset.column = column;
  return cell;
}

export function placeOf(target) {
  const cell = target.closest?.('td');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}

/** Sync writes into this column; people do not. */
export const isSync = (cell) => cell.classList.contains('sync');

/** Shows a text in its cell. `waiting`: it is on its way to the sheet. `header` is the name of the column. */
export function fill(cell, { text, header, waiting }) {
  const isHead = cell.dataset.row === '1';
  const ofSync = header === 'Sync';
  const isLit = cell.classList.contains('changed');
  cell.className = '';
  cell.classList.toggle('numeric', !isHead && /^-?[\d.,\s]+%?$/.test(text));
  cell.classList.toggle('sync', ofSync);
  cell.classList.toggle('trouble', ofSync && !isHead && text !== '');
  cell.classList.toggle('pending', waiting);
  cell.classList.toggle('changed', isLit);
  cell.title = ofSync ? 'Written by sync: what is wrong with the row' : '';
  cell.ariaReadOnly = String(ofSync);
  if (cell.textContent !== text) cell.textContent = text;
}

/** Lights a cell up that somebody else has changed. */
export function light(cell) {
  if (!cell) return;
  cell.classList.remove('changed');
  // Reading a measure makes the browser notice the removal, so that the animation begins anew.
  void cell.offsetWidth;
  cell.classList.add('changed');
  setTimeout(() => cell.classList.remove('changed'), litMs);
}
