import type { ReferenceRow } from '@opsheet/shared/contracts/reference';
import type { Button, Screen } from '../bot/answer.ts';
import { button } from '../bot/buttons.ts';
import { part } from '../bot/part.ts';
import { referenceScreen } from '../pay/reference-screen.ts';
import type { Store } from '../store/store.ts';
import { money } from '../texts/figures.ts';
import type { Texts } from '../texts/texts.ts';
import { nameOf } from './name.ts';

/** Employees on one page: with the paging row and Home it stays below eight rows. */
const pageSize = 6;

/** /employees: the list, a page at a time. */
export const employees = (store: Store) =>
  part((on) => {
    on.command('employees', 'administrators', (turn) => turn.show(listScreen(store, turn.texts, 0)));
    on.press('employees', 'administrators', (turn, { page }) => turn.show(listScreen(store, turn.texts, page)));
  });

/** A page that is gone (rows were removed) shows the last one. */
function listScreen(store: Store, texts: Texts, asked: number): Screen {
  const active = [...store.employees().values()];
  if (active.length === 0) return referenceScreen(store, texts, [texts.html('employees-empty')]);
  const sorted = active
    .map((row) => ({ row, name: nameOf(store, row.key) }))
    .sort((one, other) => one.name.localeCompare(other.name, texts.language, { numeric: true }));
  const pages = Math.ceil(sorted.length / pageSize);
  const page = Math.min(asked, pages - 1);
  const rows = sorted.slice(page * pageSize, (page + 1) * pageSize).map(({ row, name }) => [card(row, name, texts)]);
  const title = [texts.html('employees-title', { count: active.length })];
  if (pages === 1) return referenceScreen(store, texts, title, rows);
  const lines = [...title, texts.html('employees-page', { page: page + 1, pages })];
  return referenceScreen(store, texts, lines, [...rows, paging(page, pages)]);
}

const card = (row: ReferenceRow, name: string, texts: Texts): Button =>
  button(`${name} · ${money(texts.language, row.values.hourlyWage ?? '0')}`, 'employee', { id: row.key });

function paging(page: number, pages: number): Button[] {
  const back = page > 0 ? [button('‹', 'employees', { page: page - 1 })] : [];
  const on = page < pages - 1 ? [button('›', 'employees', { page: page + 1 })] : [];
  return [...back, ...on];
}
