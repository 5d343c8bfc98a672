import type { Bus } from '@opsheet/shared/bus/bus';
import { syncApprove } from '@opsheet/shared/contracts/sync';
import type { z } from 'zod';
import { homeRow } from '../bot/buttons.ts';
import { part } from '../bot/part.ts';
import { escapeHtml } from '../texts/html.ts';
import type { PlainKey } from '../texts/variables.ts';

type Outcome = z.output<typeof syncApprove.reply>['outcome'];

const words: Readonly<Record<Outcome, PlainKey>> = {
  approved: 'hold-approved',
  refused: 'hold-refused',
  'nothing is held': 'hold-nothing',
  'another plan is held': 'hold-other',
};

/** The owner's decision on a held pass (S8). Sync keeps the first one, so a second tap changes nothing. */
export const hold = (bus: Bus) =>
  part((on) => {
    on.press('hold', 'owner', async (turn, { hold, decision }, ctx) => {
      const answer = await bus.request(syncApprove, { hold, decision, by: turn.speaker.id });
      if (!answer.ok) return turn.decline('sync-away');
      const word = words[answer.reply.outcome];
      const notice = escapeHtml(ctx.callbackQuery?.message?.text ?? '');
      turn.toast(turn.texts.plain(word));
      turn.show({ text: `${notice}\n\n${turn.texts.html(word)}`, buttons: [homeRow(turn.texts)] });
    });
  });
