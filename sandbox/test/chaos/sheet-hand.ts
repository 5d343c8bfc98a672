import type { Endpoints } from '../../endpoints.ts';
import type { Random } from '../random.ts';
import type { Deed, Journal } from './journal.ts';
import { seededKeys, type Figures } from './figures.ts';
import { openWorkbook } from './workbook.ts';

type Given = {
  endpoints: Endpoints;
  random: Random;
  journal: Journal;
  figures: Figures;
  trace: (line: string) => void;
};

const tabs = { employee_settings: 'EmployeeSettings', dynamic_rates: 'DynamicRates' } as const;
type Edited = keyof typeof tabs;

/** The columns that are edited, with their letters. */
const columns = {
  employee_settings: [
    { field: 'hourlyWage', column: 'B' },
    { field: 'salesCommission', column: 'C' },
  ],
  dynamic_rates: [{ field: 'percentage', column: 'C' }],
} as const;

/** A person in the Google Sheet: types wages and rates, adds, deletes and sorts rows, mistypes and mends it later. */
export function openSheetHand({ endpoints, random, journal, figures, trace }: Given) {
  const workbook = openWorkbook(endpoints);
  const typos = new Map<string, { table: Edited; key: string; field: string; column: string }>();

  async function carryOut(
    what: Pick<Deed, 'table' | 'key' | 'kind' | 'field' | 'value'>,
    act: () => Promise<boolean>,
  ): Promise<void> {
    const deed = journal.begin({ side: 'sheet', ...what });
    const wasDone = await act();
    const isExcused = wasDone && (await fellIntoWindow(endpoints));
    journal.end(deed, { accepted: wasDone, isExcused });
    const { kind, key, field, value } = what;
    trace(
      `sheet: ${kind} ${key} ${field ?? ''} ${value ?? ''}${wasDone ? '' : ' (no such row)'}${isExcused ? ' (unfenced)' : ''}`,
    );
  }

  const someCell = () => {
    const table: Edited = random.chance(0.7) ? 'employee_settings' : 'dynamic_rates';
    const key = random.pick([...seededKeys[table], ...journal.inserted(table)]);
    return { table, key, ...random.pick<{ field: string; column: string }>(columns[table]) };
  };

  async function edit(cell = someCell()): Promise<void> {
    const { table, key, field, column } = cell;
    const value = figures.next();
    await carryOut({ table, key, kind: 'edit', field, value }, async () => {
      const wasTyped = await workbook.type(tabs[table], key, { column, input: value });
      typos.delete(`${table} ${key} ${field}`);
      return wasTyped;
    });
  }

  async function mistype(): Promise<void> {
    const cell = someCell();
    const { table, key, field, column } = cell;
    await carryOut({ table, key, kind: 'typo', field, value: null }, async () => {
      const wasTyped = await workbook.type(tabs[table], key, {
        column,
        input: random.pick(['12,444', 'abc', '-3', '']),
      });
      if (wasTyped) typos.set(`${table} ${key} ${field}`, cell);
      return wasTyped;
    });
  }

  async function insert(): Promise<void> {
    const table = random.pick<Edited>(['employee_settings', 'dynamic_rates']);
    const [first, second] = [figures.next(), figures.next()];
    const key = figures.nextKey(table);
    const row = table === 'employee_settings' ? [key, first, second] : [key, String(Number(key) + 9.99), first];
    await carryOut({ table, key, kind: 'insert', field: null, value: null }, async () => {
      await workbook.append(tabs[table], row);
      return true;
    });
  }

  /** A row of those that were added here: to delete many of the first is what sync holds back. */
  async function remove(): Promise<void> {
    const table = random.pick<Edited>(['employee_settings', 'dynamic_rates']);
    const added = journal.inserted(table);
    if (added.length === 0) return insert();
    const key = random.pick(added);
    await carryOut({ table, key, kind: 'delete', field: null, value: null }, () => workbook.remove(tabs[table], key));
  }

  async function sort(): Promise<void> {
    const tab = random.pick(['EmployeeSettings', 'DynamicRates', 'Ranks']);
    const descending = random.chance(0.5);
    await workbook.sort(tab, { column: random.below(2), descending });
    trace(`sheet: sort ${tab}${descending ? ' downwards' : ''}`);
  }

  return {
    /** Does one thing. */
    act: () => random.pick([edit, edit, edit, edit, insert, remove, sort, mistype])(),
    /** Types a figure wherever a typo still stands. */
    async mend(): Promise<void> {
      for (const cell of Array.from(typos.values())) await edit(cell);
      typos.clear();
    },
  };
}

export type SheetHand = ReturnType<typeof openSheetHand>;

type Calls = { calls: { user: string; kind: string; path: string; status: number | 'dropped' }[] };

/**
 * Whether the person's latest write fell between sync's re-read and its write, which the Sheets API cannot fence
 * (docs/sync.md): what it typed there may be overwritten without a trace.
 */
async function fellIntoWindow({ sheets }: Endpoints): Promise<boolean> {
  // The control address answers so.
  const { calls } = (await (await fetch(`${sheets}/control/stats`)).json()) as Calls;
  const own = calls.findLastIndex(({ user, kind }) => user.startsWith('person') && kind === 'write');
  const before = calls.slice(0, own).findLast(({ user }) => user.startsWith('sync'));
  return before !== undefined && before.path.includes('valueRenderOption=FORMULA') && before.status === 200;
}
