import type { Answer as BusAnswer, Bus } from '@opsheet/shared/bus/bus';
import { type PassReport, syncRun } from '@opsheet/shared/contracts/sync';
import type { Screen } from '../bot/answer.ts';
import { button, homeRow } from '../bot/buttons.ts';
import { part } from '../bot/part.ts';
import type { Turn } from '../bot/turn.ts';
import { seconds } from '../texts/figures.ts';
import type { Texts } from '../texts/texts.ts';

type Parts = { bus: Bus; timeoutMs: number };

/** /sync_force: a pass now. What is going on is shown at once and becomes the result. */
export const force = ({ bus, timeoutMs }: Parts) => {
  async function run(turn: Turn): Promise<void> {
    const replace = await turn.showNow({ text: turn.texts.html('sync-running'), buttons: [] });
    const answer = await bus.request(syncRun, {}, { timeoutMs });
    await replace(resultScreen(answer, turn.texts));
  }
  return part((on) => {
    on.command('sync_force', 'administrators', run);
    on.press('sync', 'administrators', run);
  });
};

const resultScreen = (answer: BusAnswer<PassReport>, texts: Texts): Screen => ({
  text: answer.ok ? outcome(answer.reply, texts) : noAnswer(answer, texts),
  buttons: [[button(texts.plain('button-sync'), 'stats')], homeRow(texts)],
});

function outcome({ outcome, reason, durationMs, tables }: PassReport, texts: Texts): string {
  const sum = (count: (table: (typeof tables)[number]) => number) =>
    tables.reduce((total, table) => total + count(table), 0);
  switch (outcome) {
    case 'done':
      return texts.html('sync-done', {
        seconds: seconds(texts.language, durationMs),
        applied: sum((table) => table.applied),
        pushed: sum((table) => table.pushed),
        conflicts: sum((table) => table.conflicts),
      });
    case 'held':
      return texts.html('sync-held', { reason: reason ?? '' });
    case 'paused':
      return texts.html('sync-paused');
    case 'failed':
      return texts.html('sync-failed', { reason: reason ?? '' });
  }
}

function noAnswer({ reason, message }: Extract<BusAnswer<PassReport>, { ok: false }>, texts: Texts): string {
  if (reason === 'too late') return texts.html('sync-late');
  if (reason === 'failed' || reason === 'refused') return texts.html('sync-failed', { reason: message });
  return texts.html('sync-away');
}
