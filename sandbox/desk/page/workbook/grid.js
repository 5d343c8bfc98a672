import { element, find } from '../element.js';
import { letters } from './a1.js';
import { readBlock } from './block.js';
import { editCell } from './cell-editor.js';
import { fill, isSync, light, placeOf } from './cell.js';
import { afterEdit, moves } from './moves.js';
import { layTable } from './table.js';

/** An empty row at the end takes what is typed into it. */
const spareRows = 1;
/** More would make the page slow; the API has them all. */
const mostRows = 1_000;

/**
 * One sheet as an editable grid (the ARIA pattern: arrow keys move, one cell is in the tab order). Row 1 is the header.
 * `edited(place, block)` is called with a block of texts that were typed or pasted; `moved(place)` when another cell is
 * the active one; `refused(words)` for what cannot be done; `command(name)` for Ctrl+Z and Alt with the arrows.
 */
export function grid({ edited, moved, refused, command }) {
  const table = element('table', { className: 'grid', role: 'grid' });
  const rest = element('p', { className: 'rest', hidden: true });
  find('.sheet').replaceChildren(table, rest);
  let cells = [];
  let rows = [];
  let formulas = new Map();
  let shape = '';
  let at = { row: 2, column: 0 };
  /** The cell that is being edited. */
  let editing;
  /** Shows what has come meanwhile, when that needs another table. */
  let showLater;

  table.onclick = ({ target }) => {
    const place = placeOf(target);
    if (place && !editing) go(place);
  };
  table.ondblclick = ({ target }) => {
    if (placeOf(target) && !editing) edit();
  };
  table.onfocusin = ({ target }) => {
    const place = placeOf(target);
    if (place && !editing) activate(place);
  };
  table.onkeydown = keyWhileMoving;
  table.onpaste = (event) => {
    if (editing) return;
    event.preventDefault();
    paste(event.clipboardData.getData('text/plain'));
  };
  table.oncopy = (event) => {
    if (editing) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', current().textContent);
  };

  /** Shows a sheet; `lit` are places to light up, `pending` texts that are on their way to the sheet. */
  function show(sheet, { lit = [], pending = new Map() }) {
    rows = sheet.rows.slice(0, mostRows);
    formulas = sheet.formulas;
    const { title } = sheet;
    const width = Math.max(4, ...rows.map((row) => row.length));
    const height = Math.max(rows.length, 1) + spareRows;
    const wanted = `${title} ${width}x${height}`;
    if (editing && shape !== wanted) return (showLater = () => show(sheet, { lit, pending }));
    if (shape !== wanted) build({ title, width, height });
    shape = wanted;
    const header = rows[0] ?? [];
    for (const cell of cells.flat()) {
      if (cell === editing) continue;
      const { row, column } = placeOf(cell);
      const waiting = pending.get(`${row}:${column}`);
      const text = waiting ?? rows[row - 1]?.[column] ?? '';
      fill(cell, { text, header: header[column], waiting: waiting !== undefined });
    }
    for (const { row, column } of lit) light(cells[row - 1]?.[column]);
    rest.hidden = sheet.rows.length <= mostRows;
    rest.textContent = `${sheet.rows.length - mostRows} more rows are not shown here.`;
  }

  function build({ title, width, height }) {
    const hadFocus = table.contains(document.activeElement);
    cells = layTable(table, { title, width, height });
    activate(inside(at));
    if (hadFocus) current().focus();
  }

  const current = () => cells[at.row - 1][at.column];
  const inside = ({ row, column }) => ({
    row: Math.min(Math.max(row, 1), cells.length),
    column: Math.min(Math.max(column, 0), cells[0].length - 1),
  });

  /** Makes a cell the one that Tab reaches. */
  function activate(place) {
    const before = cells[at.row - 1]?.[at.column];
    if (before) before.tabIndex = -1;
    before?.parentElement?.classList.remove('active');
    at = place;
    current().tabIndex = 0;
    current().parentElement?.classList.add('active');
    moved(at);
  }

  function go(place) {
    activate(inside(place));
    current().focus();
    current().scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Begins editing with `typed`, or with what the cell has: its formula, if it has one. */
  function edit(typed) {
    const cell = current();
    const place = at;
    if (isSync(cell)) return refused('Sync writes this column: change the row, and it looks again');
    const shown = cell.textContent;
    const key = rows[place.row - 1]?.[0];
    editing = cell;
    editCell(cell, {
      text: typed ?? formulas.get(`${place.row}:${place.column}`) ?? shown,
      isWhole: typed === undefined,
      name: `${cells[0][place.column].textContent || letters(place.column)}, row ${place.row}`,
      done: (text, event) => finish({ cell, place, shown, key }, text, event),
    });
  }

  function finish({ cell, place, shown, key }, text, event) {
    editing = undefined;
    const isChanged = text !== undefined && text !== (formulas.get(`${place.row}:${place.column}`) ?? shown);
    // Rows are known by their first cell: while one types, somebody may sort them.
    const hasMoved = rows[place.row - 1]?.[0] !== key;
    cell.textContent = isChanged && !hasMoved ? text : shown;
    showLater?.();
    showLater = undefined;
    if (isChanged && hasMoved) refused('The row has moved while you were typing: nothing was written');
    else if (isChanged) edited(place, [[text]]);
    if (event) go(afterEdit(place, event));
  }

  function keyWhileMoving(event) {
    if (editing || !placeOf(event.target)) return;
    const { key } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.altKey && !['ArrowUp', 'ArrowDown'].includes(key)) return;
    const target = moves(at, cells)[isCommand ? `Ctrl+${key}` : key];
    if (event.altKey) command(key === 'ArrowUp' ? 'up' : 'down');
    else if (target) go(target);
    else if (isCommand && key.toLowerCase() === 'z') command('undo');
    else if (isCommand) return;
    else if (key === 'Enter' || key === 'F2') edit();
    else if (key === 'Delete' || key === 'Backspace') clear();
    else if (key.length === 1) edit(key);
    else return;
    event.preventDefault();
  }

  function clear() {
    if (current().textContent === '' || isSync(current())) return;
    current().textContent = '';
    edited(at, [['']]);
  }

  function paste(text) {
    const block = readBlock(text);
    if (!block) return refused('That is too much to paste at once');
    if (isSync(current())) return refused('Sync writes this column');
    edited(at, block);
  }

  return {
    show,
    go,
    place: () => at,
  };
}
