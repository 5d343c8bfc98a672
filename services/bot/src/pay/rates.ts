import type { ReferenceRow } from '@opsheet/shared/contracts/reference';
import { part } from '../bot/part.ts';
import type { Turn } from '../bot/turn.ts';
import type { Store } from '../store/store.ts';
import { money, percent } from '../texts/figures.ts';
import type { Texts } from '../texts/texts.ts';
import { bandOf, byBand } from './band.ts';
import { referenceScreen } from './reference-screen.ts';

/** /rates: the extra commission by the sales of a day. */
export const rates = (store: Store) => {
  const screen = ({ texts }: Turn) => {
    const lines = byBand(store.rates()).map((row) => rateLine(row, texts));
    const shown = lines.length > 0 ? [texts.html('rates-title'), '', ...lines] : [texts.html('rates-empty')];
    return referenceScreen(store, texts, shown);
  };
  return part((on) => {
    on.command('rates', 'team', (turn) => turn.show(screen(turn)));
    on.press('rates', 'team', (turn) => turn.show(screen(turn)));
  });
};

function rateLine(row: ReferenceRow, texts: Texts): string {
  const { language } = texts;
  const { from, to } = bandOf(row);
  const extra = percent(language, row.values.percentage ?? '0');
  if (to === null) return texts.html('rates-open-band', { from: money(language, from), percent: extra });
  return texts.html('rates-band', { from: money(language, from), to: money(language, to), percent: extra });
}
