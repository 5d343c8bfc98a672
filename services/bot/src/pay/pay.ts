import type { ReferenceRow } from '@opsheet/shared/contracts/reference';
import type { Screen } from '../bot/answer.ts';
import { part } from '../bot/part.ts';
import type { Turn } from '../bot/turn.ts';
import type { Store } from '../store/store.ts';
import { money, percent } from '../texts/figures.ts';
import type { Texts } from '../texts/texts.ts';
import { referenceScreen } from './reference-screen.ts';

/** /mypay: what the speaker himself earns, and nobody else's pay. */
export const pay = (store: Store) => {
  const screen = ({ speaker, texts }: Turn): Screen => {
    const row = store.employee(speaker.id);
    return referenceScreen(
      store,
      texts,
      row ? payLines(row, texts) : [texts.html('pay-not-employee', { id: speaker.id })],
    );
  };
  return part((on) => {
    on.command('mypay', 'anyone', (turn) => turn.show(screen(turn)));
    on.press('pay', 'anyone', (turn) => turn.show(screen(turn)));
  });
};

const payLines = (row: ReferenceRow, texts: Texts) => [texts.html('pay-title'), '', ...payFigures(row, texts)];

/** Wage and commission of one employee, a line each. */
export const payFigures = ({ values }: ReferenceRow, texts: Texts): string[] => [
  texts.html('pay-wage', { wage: money(texts.language, values.hourlyWage ?? '0') }),
  texts.html('pay-commission', { commission: percent(texts.language, values.salesCommission ?? '0') }),
];
