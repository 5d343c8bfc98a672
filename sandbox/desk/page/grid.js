import { element, find } from './element.js';
import { letters } from './sheets.js';

const spareRows = 1;
const litMs = 2_400;

/**
 * One tab as an editable grid (the ARIA pattern: arrow keys move, one cell is in the tab order). Row 1 is the header.
 * `edited({row, column}, text)` is called when a cell gets another text; `moved(row)` when another row is the active one.
 */
export function grid({ edited, moved }) {
  const table = element('table', { className: 'grid', role: 'grid' });
  find('.sheet').replaceChildren(table);
  let cells = [];
  let shape = '';
  let at = { row: 2, column: 0 };
  let editing;

  table.onclick = ({ target }) => {
    const place = placeOf(target);
    if (place && !editing) go(place);
  };
  table.ondblclick = ({ target }) => {
    if (placeOf(target) && !editing) edit();
  };
  table.onfocusin = ({ target }) => {
    const place = placeOf(target);
    if (place) activate(place);
  };
  table.onkeydown = (event) => (editing ? keyWhileEditing(event) : keyWhileMoving(event));

  /** Shows the rows; `lit` are places to light up, `pending` texts that are on their way to the sheet. */
  function show(rows, { title, lit = [], pending = new Map() }) {
    const width = Math.max(1, ...rows.map((row) => row.length));
    const height = Math.max(rows.length, 1) + spareRows;
    const wanted = `${title} ${width}x${height}`;
    if (shape !== wanted) build({ title, width, height });
    shape = wanted;
    const header = rows[0] ?? [];
    for (const line of cells) for (const cell of line) fill(cell, { rows, header, pending });
    for (const { row, column } of lit) light(cells[row - 1]?.[column]);
  }

  function build({ title, width, height }) {
    const hadFocus = table.contains(document.activeElement);
    editing = undefined;
    cells = Array.from({ length: height }, (_, line) =>
      Array.from({ length: width }, (_, column) => cellAt(line + 1, column)),
    );
    const head = element('tr', { className: 'letters', 'aria-hidden': 'true' }, element('th', { className: 'number' }));
    for (let column = 0; column < width; column += 1) head.append(element('th', {}, letters(column)));
    const body = cells.map((line, index) => {
      const number = element('th', { className: 'number', role: 'rowheader' }, String(index + 1));
      return element(
        'tr',
        { role: 'row', className: index === 0 ? 'header' : '', 'aria-rowindex': index + 1 },
        number,
        ...line,
      );
    });
    table.setAttribute('aria-label', title);
    table.setAttribute('aria-rowcount', height);
    table.setAttribute('aria-colcount', width);
    table.replaceChildren(element('thead', {}, head), element('tbody', {}, ...body));
    activate({ row: Math.min(at.row, height), column: Math.min(at.column, width - 1) });
    if (hadFocus) current().focus();
  }

  function fill(cell, { rows, header, pending }) {
    if (cell === editing?.cell) return;
    const { row, column } = placeOf(cell);
    const waiting = pending.get(`${row}:${column}`);
    const text = waiting ?? rows[row - 1]?.[column] ?? '';
    const isSync = header[column] === 'Sync';
    cell.className = [
      row > 1 && /^-?[\d.,\s]+%?$/.test(text) && 'numeric',
      isSync && 'sync',
      isSync && row > 1 && text !== '' && 'trouble',
      waiting !== undefined && 'pending',
      cell.classList.contains('changed') && 'changed',
    ]
      .filter(Boolean)
      .join(' ');
    cell.title = isSync ? 'Written by sync: what is wrong with the row' : '';
    cell.ariaReadOnly = String(isSync);
    if (cell.textContent !== text) cell.textContent = text;
  }

  function light(cell) {
    if (!cell) return;
    cell.classList.remove('changed');
    // Reading a measure makes the browser notice the removal, so that the animation begins anew.
    void cell.offsetWidth;
    cell.classList.add('changed');
    setTimeout(() => cell.classList.remove('changed'), litMs);
  }

  function current() {
    return cells[at.row - 1][at.column];
  }

  /** Makes a cell the one that Tab reaches. */
  function activate(place) {
    const before = cells[at.row - 1]?.[at.column];
    if (before) before.tabIndex = -1;
    before?.parentElement?.classList.remove('active');
    at = place;
    current().tabIndex = 0;
    current().parentElement?.classList.add('active');
    moved(at.row);
  }

  function go({ row, column }) {
    activate({
      row: Math.min(Math.max(row, 1), cells.length),
      column: Math.min(Math.max(column, 0), cells[0].length - 1),
    });
    current().focus();
    current().scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Begins editing with `text`, or with what the cell has. */
  function edit(text = undefined) {
    const cell = current();
    if (cell.classList.contains('sync')) return;
    const before = cell.textContent;
    const field = element('input', { value: text ?? before, 'aria-label': nameOf(at) });
    field.onblur = () => finish(true);
    editing = { cell, before, field };
    cell.replaceChildren(field);
    field.focus();
    if (text === undefined) field.select();
  }

  function finish(keep) {
    if (!editing) return;
    const { cell, before, field } = editing;
    const place = placeOf(cell);
    const text = keep ? field.value : before;
    editing = undefined;
    field.onblur = null;
    cell.textContent = text;
    if (text !== before) edited(place, text);
  }

  function keyWhileEditing(event) {
    const { key, shiftKey } = event;
    if (!['Enter', 'Tab', 'Escape'].includes(key) || event.isComposing) return;
    event.preventDefault();
    finish(key !== 'Escape');
    const by = shiftKey ? -1 : 1;
    if (key === 'Escape') return go(at);
    go(key === 'Enter' ? { row: at.row + by, column: at.column } : { row: at.row, column: at.column + by });
  }

  function keyWhileMoving(event) {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (altKey || !placeOf(event.target)) return;
    const target = moves(at, cells)[ctrlKey || metaKey ? `Ctrl+${key}` : key];
    if (target) {
      event.preventDefault();
      return go(target);
    }
    if (ctrlKey || metaKey) return;
    if (key === 'Enter' || key === 'F2') edit();
    else if (key === 'Delete' || key === 'Backspace') clear();
    else if (key.length === 1) edit(key);
    else return;
    event.preventDefault();
  }

  function clear() {
    if (current().textContent === '' || current().classList.contains('sync')) return;
    current().textContent = '';
    edited(at, '');
  }

  const nameOf = ({ row, column }) => `${cells[0][column].textContent || letters(column)}, row ${row}`;

  return {
    show,
    /** Moves to the first cell of the empty row at the end. */
    goToEnd: () => go({ row: cells.length, column: 0 }),
    row: () => at.row,
    isEditing: () => editing !== undefined,
  };
}

function cellAt(row, column) {
  const cell = element('td', { role: 'gridcell', tabIndex: -1, 'aria-colindex': column + 1 });
  cell.dataset.row = row;
  cell.dataset.column = column;
  return cell;
}

function placeOf(target) {
  const cell = target.closest?.('td');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}

const moves = ({ row, column }, cells) => ({
  ArrowUp: { row: row - 1, column },
  ArrowDown: { row: row + 1, column },
  ArrowLeft: { row, column: column - 1 },
  ArrowRight: { row, column: column + 1 },
  Home: { row, column: 0 },
  End: { row, column: cells[0].length - 1 },
  'Ctrl+Home': { row: 1, column: 0 },
  'Ctrl+End': { row: cells.length, column: cells[0].length - 1 },
});
