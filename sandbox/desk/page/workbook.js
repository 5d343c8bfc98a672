import { differences } from './differences.js';
import { element, find, pause } from './element.js';
import { grid } from './grid.js';
import { sheetsAt } from './sheets.js';

/** 40 readings a minute: the emulator grants 60, as Google does. */
const readEveryMs = 1_500;
/** Tabs come and go rarely; asking for them is a reading too. */
const readingsPerTabs = 10;

/** The workbook: its tabs and the grid, only by the public Sheets API. */
export function startWorkbook({ sheets: base, spreadsheetId, origins }) {
  if (origins.sheets === 'real') return showReal(spreadsheetId);
  const sheets = sheetsAt(base, spreadsheetId);
  let tabs = [];
  let readings = new Map();
  let chosen;
  /** "tab row:column" → the text that is being written there. */
  const pending = new Map();
  /** Counts our writes: a reading that began before the last one is old news. */
  let writes = 0;

  const table = grid({ edited: write, moved: showDelete });
  find('.add').onclick = () => told(addRow());
  find('.delete').onclick = () => told(deleteRow());
  void follow();

  async function follow() {
    for (let turn = 0; ; turn += 1) {
      await told(read(turn % readingsPerTabs === 0));
      await pause(document.hidden ? readEveryMs * 4 : readEveryMs);
    }
  }

  async function read(withTabs = false) {
    const writesBefore = writes;
    if (withTabs) await readTabs();
    const next = await sheets.read(tabs.map(({ title }) => title));
    if (writes !== writesBefore) return;
    const changes = new Map(tabs.map(({ title }) => [title, news(title, next)]));
    readings = next;
    showChosen(changes.get(chosen));
    for (const [title, changed] of changes) if (title !== chosen && changed.length > 0) mark(title);
    announce(changes);
  }

  const news = (title, next) => (readings.has(title) ? differences(readings.get(title), next.get(title)) : []);

  async function readTabs() {
    const before = tabs.map(({ title }) => title).join('\n');
    tabs = await sheets.tabs();
    if (!tabs.some(({ title }) => title === chosen)) chosen = tabs[0]?.title;
    if (before !== tabs.map(({ title }) => title).join('\n')) showTabs();
  }

  function showTabs() {
    const buttons = tabs.map(({ title }) =>
      element('button', { type: 'button', role: 'tab', 'aria-controls': 'sheet', onclick: () => choose(title) }, title),
    );
    const list = find('.tabs');
    list.replaceChildren(...buttons);
    list.onkeydown = ({ key }) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!by) return;
      const index = tabs.findIndex(({ title }) => title === chosen);
      const next = (index + by + tabs.length) % tabs.length;
      choose(tabs[next].title);
      buttons[next].focus();
    };
    selectTab();
  }

  function selectTab() {
    for (const button of find('.tabs').children) {
      const isChosen = button.textContent === chosen;
      button.setAttribute('aria-selected', String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
      if (isChosen) button.classList.remove('fresh');
    }
  }

  function choose(title) {
    chosen = title;
    selectTab();
    showChosen();
  }

  function showChosen(lit = []) {
    const own = [...pending].filter(([key]) => key.startsWith(`${chosen} `));
    const waiting = new Map(own.map(([key, text]) => [key.slice(chosen.length + 1), text]));
    table.show(readings.get(chosen) ?? [], { title: chosen, lit, pending: waiting });
    showDelete(table.row());
  }

  /** A change in a tab that is not open. */
  function mark(title) {
    const button = [...find('.tabs').children].find((one) => one.textContent === title);
    button?.classList.add('fresh');
  }

  function announce(changes) {
    const [title, changed] = [...changes].find(([, cells]) => cells.length > 0) ?? [];
    if (!title) return;
    const [{ row, column, text }] = changed;
    const header = readings.get(title)?.[0]?.[column] ?? '';
    const more = changed.length > 1 ? `, and ${changed.length - 1} more` : '';
    find('.news').textContent = `${title}, row ${row}, ${header}: ${text || 'empty'}${more}`;
  }

  async function write(place, text) {
    const title = chosen;
    const key = `${title} ${place.row}:${place.column}`;
    pending.set(key, text);
    writes += 1;
    showChosen();
    await told(sheets.write(title, place, text).then(() => keep(title, place, text)));
    pending.delete(key);
    writes += 1;
    await told(read());
  }

  /** Remembers what we wrote, so that reading it again is no news. */
  function keep(title, { row, column }, text) {
    const rows = readings.get(title);
    while (rows.length < row) rows.push([]);
    while (rows[row - 1].length <= column) rows[row - 1].push('');
    rows[row - 1][column] = text;
  }

  async function addRow() {
    const tab = tabs.find(({ title }) => title === chosen);
    await sheets.addRow(tab.sheetId);
    table.goToEnd();
  }

  async function deleteRow() {
    const tab = tabs.find(({ title }) => title === chosen);
    writes += 1;
    const row = table.row();
    await sheets.deleteRow(tab.sheetId, row);
    readings.get(chosen).splice(row - 1, 1);
    writes += 1;
    await read();
  }

  function showDelete(row) {
    const rows = readings.get(chosen)?.length ?? 0;
    find('.delete').disabled = row < 2 || row > rows;
    find('.delete').textContent = row < 2 || row > rows ? 'Delete row' : `Delete row ${row}`;
  }

  /** What the API refuses is said above the grid, until something works again. */
  async function told(request) {
    const state = find('.workbook .state');
    try {
      await request;
      state.textContent = '';
      state.classList.remove('failed');
    } catch (error) {
      state.textContent = error.message;
      state.classList.add('failed');
    }
  }
}

function showReal(spreadsheetId) {
  const href = `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
  const link = element('a', { href, target: '_blank', rel: 'noreferrer' }, 'Open it in Google Sheets');
  const words = 'The workbook of this sandbox is a real one (.env names it). ';
  find('.sheet').replaceChildren(element('p', { className: 'away' }, words, link));
  find('.workbook .tools').hidden = true;
  find('.workbook .hint').hidden = true;
}
