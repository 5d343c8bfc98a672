import type { ReferenceRow } from '@opsheet/shared/contracts/reference';
import { part } from '../bot/part.ts';
import type { Turn } from '../bot/turn.ts';
import type { Store } from '../store/store.ts';
import { money } from '../texts/figures.ts';
import { escapeHtml } from '../texts/html.ts';
import type { Texts } from '../texts/texts.ts';
import { bandOf, byBand } from './band.ts';
import { bonusInWords } from './bonus.ts';
import { referenceScreen } from './reference-screen.ts';

/** What Telegram takes in one message is 4,096 characters; the note and the title need some of them. */
const maxCharacters = 3_600;

/** /ranks: the ladder by the sales of a month, with ranges and bonuses in words. */
export const ranks = (store: Store) => {
  const screen = ({ texts }: Turn) => {
    const steps = fitting(byBand(store.ranks()).map((row) => rankLines(row, texts)));
    const shown = steps.length > 0 ? [texts.html('ranks-title'), ...steps] : [texts.html('ranks-empty')];
    return referenceScreen(store, texts, shown);
  };
  return part((on) => {
    on.command('ranks', 'team', (turn) => turn.show(screen(turn)));
    on.press('ranks', 'team', (turn) => turn.show(screen(turn)));
  });
};

function rankLines(row: ReferenceRow, texts: Texts): string {
  const { emoji, rankName, bonus1, bonus2, bonus3 } = row.values;
  const { from, to } = bandOf(row);
  const low = money(texts.language, from);
  const range =
    to === null
      ? texts.html('ranks-open-band', { from: low })
      : texts.html('ranks-band', { from: low, to: money(texts.language, to) });
  const bonuses = [bonus1, bonus2, bonus3]
    .map((code) => (code ? bonusInWords(code, texts) : null))
    .filter((words) => words !== null);
  const title = `${emoji ? `${escapeHtml(emoji)} ` : ''}<b>${escapeHtml(rankName ?? row.key)}</b> · ${range}`;
  if (bonuses.length === 0) return `\n${title}`;
  return ['', title, texts.html('ranks-bonuses'), ...bonuses.map((words) => `• ${words}`)].join('\n');
}

/** As many steps as fit, and a sign that there are more. */
function fitting(steps: readonly string[]): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const step of steps) {
    length += step.length + 1;
    if (length > maxCharacters) return [...kept, '…'];
    kept.push(step);
  }
  return kept;
}
