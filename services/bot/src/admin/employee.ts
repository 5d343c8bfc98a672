import type { Screen } from '../bot/answer.ts';
import { button } from '../bot/buttons.ts';
import { part } from '../bot/part.ts';
import { payFigures } from '../pay/pay.ts';
import { referenceScreen } from '../pay/reference-screen.ts';
import type { Store } from '../store/store.ts';
import type { Texts } from '../texts/texts.ts';
import { nameOf } from './name.ts';

/** One employee, with what an administrator may edit. */
export const employee = (store: Store) =>
  part((on) => {
    on.press('employee', 'administrators', (turn, { id }) => turn.show(employeeScreen(store, turn.texts, id)));
  });

export function employeeScreen(store: Store, texts: Texts, id: string): Screen {
  const back = [button(texts.plain('button-back'), 'employees', { page: 0 })];
  const row = store.employee(id);
  if (!row) return referenceScreen(store, texts, [texts.html('employee-gone')], [back]);
  const title = texts.html('employee-title', { name: nameOf(store, id), id });
  const edits = [
    button(texts.plain('button-edit-wage'), 'edit', { id, field: 'hourlyWage' }),
    button(texts.plain('button-edit-commission'), 'edit', { id, field: 'salesCommission' }),
  ];
  return referenceScreen(store, texts, [title, '', ...payFigures(row, texts)], [edits, back]);
}
