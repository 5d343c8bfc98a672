import { element, find } from '../element.js';
import { differences } from './differences.js';
import { follow } from './follow.js';
import { grid } from './grid.js';
import { pendingTexts } from './pending.js';
import { sheetsAt } from './sheets.js';
import { tabStrip } from './tabs.js';
import { toolbar } from './tools.js';
import { openUndo } from './undo.js';

/** The workbook: its sheets and the grid, only by the public Sheets API. */
export function startWorkbook({ sheets: base, spreadsheetId, origins }) {
  if (origins.sheets === 'real') return showReal(spreadsheetId);
  const sheets = sheetsAt(base, spreadsheetId);
  const pending = pendingTexts();
  const undo = openUndo();
  /** As last read: [{sheetId, title, rows, …}]. */
  let book = [];
  let chosen;
  /** Counts our writes: a reading that began before the last one is old news. */
  let writes = 0;

  const acts = {
    undo: () => takeBack(),
    insert: () => insertRow(),
    remove: () => change((sheet) => sheets.deleteRow(sheet.sheetId, table.place().row)),
    up: () => moveRow(-1),
    down: () => moveRow(1),
    ascending: () => change((sheet) => sheets.sort(sheet.sheetId, table.place().column, 'ASCENDING')),
    descending: () => change((sheet) => sheets.sort(sheet.sheetId, table.place().column, 'DESCENDING')),
  };
  const strip = tabStrip(choose);
  const tools = toolbar(acts);
  const table = grid({ edited: type, moved: showTools, refused: complain, command: (name) => acts[name]() });
  find('.add-tab').onclick = () => told(sheets.addSheet());
  void follow({ revision: sheets.revision, read, failed: ({ message }) => complain(message) });

  const open = () => book.find(({ title }) => title === chosen);

  /** 'stale': we have written meanwhile, and it has to be read again. */
  async function read() {
    const writesBefore = writes;
    const next = await sheets.read();
    if (writes !== writesBefore) return 'stale';
    const changes = next.map((sheet) => ({ sheet, changed: news(sheet) }));
    book = next;
    if (!open()) chosen = book[0]?.title;
    showOpen(changes.find(({ sheet }) => sheet.title === chosen)?.changed);
    for (const { sheet, changed } of changes) if (sheet.title !== chosen && changed.length > 0) strip.mark(sheet.title);
    announce(changes);
    if (find('.workbook .state').dataset.from === 'reading') complain('');
    return 'shown';
  }

  function news({ title, rows }) {
    const before = book.find((one) => one.title === title);
    return before ? differences(before.rows, rows) : [];
  }

  function choose(title) {
    chosen = title;
    showOpen();
  }

  function showOpen(lit = []) {
    strip.show(
      book.map(({ title }) => title),
      chosen,
    );
    if (open()) table.show(open(), { lit, pending: pending.of(chosen) });
    showTools();
  }

  function showTools() {
    if (!open()) return;
    const { row, column } = table.place();
    const { rows } = open();
    tools.show({ row, rows: rows.length, header: rows[0]?.[column], canUndo: !undo.isEmpty() });
  }

  function announce(changes) {
    const found = changes.find(({ changed }) => changed.length > 0);
    if (!found) return;
    const { sheet, changed } = found;
    const [{ row, column, text }] = changed;
    const more = changed.length > 1 ? `, and ${changed.length - 1} more` : '';
    find('.news').textContent =
      `${sheet.title}, row ${row}, ${sheet.rows[0]?.[column] ?? ''}: ${text || 'empty'}${more}`;
  }

  /** Writes a block as typed, and remembers what was there. */
  async function type(place, block) {
    const { title, rows, formulas } = open();
    const before = block.map((line, down) =>
      line.map((_, right) => {
        const [row, column] = [place.row + down, place.column + right];
        return formulas.get(`${row}:${column}`) ?? rows[row - 1]?.[column] ?? '';
      }),
    );
    if (!(await write(title, place, block))) return;
    const keys = block.map((_, down) => rowsOf(title)[place.row - 1 + down]?.[0] ?? '');
    undo.note({ title, place, before, keys });
    showTools();
  }

  async function write(title, place, block) {
    const done = pending.begin(title, place, block);
    writes += 1;
    showOpen();
    const isWritten = await told(sheets.write(title, place, block).then(() => keep(title, place, block)));
    done();
    writes += 1;
    showOpen();
    return isWritten;
  }

  /** Remembers what we wrote, so that reading it again is no news. */
  function keep(title, { row, column }, block) {
    const rows = rowsOf(title);
    block.forEach((line, down) => {
      while (rows.length < row + down) rows.push([]);
      const cells = rows[row - 1 + down];
      while (cells.length < column + line.length) cells.push('');
      cells.splice(column, line.length, ...line);
    });
  }

  const rowsOf = (title) => book.find((sheet) => sheet.title === title)?.rows;

  async function takeBack() {
    if (undo.isEmpty()) return;
    const edit = undo.take(rowsOf);
    if (edit.moved) complain('That row has moved since: it is left as it is');
    else {
      choose(edit.title);
      await write(edit.title, edit.place, edit.before);
      table.go(edit.place);
    }
    showTools();
  }

  /** Rows below the header move; the empty last row and the header stay. */
  async function insertRow() {
    const { row } = table.place();
    const to = Math.min(Math.max(row + 1, 2), open().rows.length + 1);
    await change((sheet) => (to > sheet.rows.length ? undefined : sheets.insertRow(sheet.sheetId, to)));
    table.go({ row: to, column: 0 });
  }

  async function moveRow(by) {
    const { row, column } = table.place();
    const to = row + by;
    if (row < 2 || to < 2 || to > open().rows.length) return;
    await change((sheet) => sheets.moveRow(sheet.sheetId, row, to));
    table.go({ row: to, column });
  }

  /** Changes rows; what came of it is read as any change is. */
  async function change(act) {
    writes += 1;
    await told(Promise.resolve(act(open())));
    writes += 1;
  }

  /** What the API refuses is said above the grid, until something works again. Whether it worked. */
  async function told(request) {
    try {
      await request;
      complain('');
      return true;
    } catch (error) {
      complain(error.message, 'writing');
      return false;
    }
  }

  return { tab: () => ({ title: chosen, rows: open()?.rows.length ?? 0 }) };
}

/** Nothing to complain of: an empty text. What a failed reading said is gone with the next that works. */
function complain(words, from = 'reading') {
  const state = find('.workbook .state');
  state.textContent = words;
  state.dataset.from = from;
  state.classList.toggle('failed', words !== '');
}

function showReal(spreadsheetId) {
  const href = `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
  const link = element('a', { href, target: '_blank', rel: 'noreferrer' }, 'Open it in Google Sheets');
  const words = 'The workbook of this sandbox is a real one (.env names it). ';
  find('.sheet').replaceChildren(element('p', { className: 'away' }, words, link));
  for (const part of ['.tools', '.strip', '.hint']) find(`.workbook ${part}`).hidden = true;
  return { tab: () => undefined };
}
