import test from 'ava';
import fc from 'fast-check';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { applyBatch, BatchRequest } from '../../../sheets/batch/batch.ts';
import { ApiError } from '../../../sheets/errors.ts';
import { cellAt } from '../../../sheets/grid/grid.ts';
import type { Grid } from '../../../sheets/grid/grid.ts';
import type { Spreadsheet } from '../../../sheets/spreadsheet/spreadsheet.ts';
import { openStore } from '../../../sheets/store.ts';
import type { Store } from '../../../sheets/store.ts';
import { readWhole } from '../../../sheets/wire/reader.ts';
import { randomStep, numbered } from './model.ts';
import type { Model } from './model.ts';

/** One cell, watched by a name and by a formula on another sheet. */
const watched = { row: 3, column: 2 };

function open(model: Model): { store: Store; id: string } {
  const store = openStore({ clock: fakeClock() });
  const rows = model.map((row) => ({ values: row.map((numberValue) => ({ userEnteredValue: { numberValue } })) }));
  const gridProperties = { rowCount: model.length, columnCount: model[0]?.length };
  const { row, column } = watched;
  const range = { startRowIndex: row, endRowIndex: row + 1, startColumnIndex: column, endColumnIndex: column + 1 };
  const formula = [{ userEnteredValue: { formulaValue: '=Sheet1!C4' } }];
  const id = store.create('owner', 'Model', ({ book }) => book.spreadsheetId);
  request(store, id, [
    { updateSheetProperties: { properties: { gridProperties }, fields: 'gridProperties' } },
    { updateCells: { start: {}, rows, fields: 'userEnteredValue' } },
    { addNamedRange: { namedRange: { name: 'Watched', range } } },
    { addSheet: { properties: { sheetId: 1, title: 'Formulas' } } },
    { updateCells: { start: { sheetId: 1 }, rows: [{ values: formula }], fields: 'userEnteredValue' } },
  ]);
  return { store, id };
}

function request(store: Store, id: string, requests: readonly object[]): void {
  const read = requests.map((one) => readWhole(BatchRequest, one) ?? {});
  store.edit(id, 'owner', (edit) => applyBatch(edit, read));
}

/** Empty cells are 0. */
const valuesOf = (grid: Grid) =>
  Array.from({ length: grid.rowCount }, (_, row) =>
    Array.from({ length: grid.columnCount }, (_one, column) => cellAt(grid, row, column)?.value ?? 0),
  );

function seen({ sheets, namedRanges }: Spreadsheet) {
  const [first, second] = sheets;
  const [name] = namedRanges;
  return {
    values: first ? valuesOf(first.grid) : [],
    named: name && first && cellAt(first.grid, name.area.top, name.area.left)?.value,
    shown: second && cellAt(second.grid, 0, 0)?.value,
  };
}

/** Undefined when the emulator refuses the request. The version before is never touched, whatever comes of it. */
function tried(store: Store, id: string, step: object): Spreadsheet | undefined {
  const before = store.get(id);
  const kept = structuredClone(before);
  const isDone = isTaken(store, id, step);
  if (!isSame(before, kept)) throw new Error(`an earlier version was changed by ${JSON.stringify(step)}`);
  if (isDone) return store.get(id);
  if (store.get(id) !== before) throw new Error(`refused, and yet done: ${JSON.stringify(step)}`);
  return undefined;
}

function isTaken(store: Store, id: string, step: object): boolean {
  try {
    request(store, id, [step]);
    return true;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

const isSame = (one: Spreadsheet, other: Spreadsheet) => JSON.stringify(one) === JSON.stringify(other);

test('after any moves the cells are where a plain table has them, and a name and a formula still mean the same cell', (t) => {
  let applied = 0;
  fc.assert(
    fc.property(fc.array(randomStep, { minLength: 1, maxLength: 8 }), (steps) => {
      let model = numbered(7, 5);
      const { store, id } = open(model);
      const value = model[watched.row]?.[watched.column];
      let isFollowed = true;
      for (const step of steps) {
        const book = tried(store, id, step.request);
        if (!book) continue;
        applied += 1;
        model = step.apply(model);
        const { values, named, shown } = seen(book);
        t.deepEqual(values, model, JSON.stringify(step.request));
        isFollowed &&= step.isFollowed && model.flat().includes(value ?? 0);
        if (isFollowed) t.deepEqual({ named, shown }, { named: value, shown: value }, JSON.stringify(step.request));
      }
    }),
    { numRuns: 400 },
  );
  t.true(applied > 500, `only ${applied} steps had an effect`);
});
