import type { Clock } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Answer } from '../bot/answer.ts';
import { beginTurn, type TurnParts } from '../bot/begin-turn.ts';
import type { Traffic } from '../traffic.ts';
import type { OpenUpdate } from './inbox.ts';
import { isPassing } from './passing.ts';
import { take, type TakeParts } from './take.ts';

/** How often an update is tried while something is away; with the workers' rests this takes about two minutes. */
export const maxAttempts = 8;

export type HandleParts = TakeParts & { clock: Clock; log: Logger; traffic: Traffic };

/** Handles one update and never rejects: 'later' leaves it open because something that passes is away. */
export async function handle(parts: HandleParts, open: OpenUpdate): Promise<'done' | 'later'> {
  const { clock, log, inbox, traffic } = parts;
  const startedAt = clock.now();
  try {
    await take(parts, open);
    traffic.handled('done', clock.now() - startedAt);
    return 'done';
  } catch (error) {
    return giveUpOr(error);
  }

  async function giveUpOr(error: unknown): Promise<'done' | 'later'> {
    // An effect that is committed is told of sooner or later, however long Telegram is away.
    const isWorthTrying = open.answers !== null || open.attempts + 1 < maxAttempts;
    try {
      if (isPassing(error) && isWorthTrying) {
        log.warn({ update: open.id, attempt: open.attempts + 1, reason: describe(error) }, 'update tried again later');
        await inbox.failed(open.id);
        return 'later';
      }
      const code = codeOf(open.id);
      log.error({ update: open.id, code, err: error }, 'update not handled');
      traffic.handled('failed', clock.now() - startedAt);
      if (open.answers === null) await parts.turn.deliver.all(apology(parts.turn, open, code));
      await inbox.finish([open.id]);
      return 'done';
    } catch (further) {
      log.warn({ update: open.id, reason: describe(further) }, 'update stays open');
      return 'later';
    }
  }
}

/** What a person can tell the owner and the owner can find in the log. */
export const codeOf = (updateId: number): string => updateId.toString(36).toUpperCase();

export function apology(parts: TurnParts, open: Pick<OpenUpdate, 'chat' | 'update'>, code: string): Answer[] {
  const { ctx, answers } = beginTurn(parts, { ...open, prompt: null, away: true });
  ctx.turn.say({ text: ctx.turn.texts.html('failed', { code }), buttons: [] });
  return answers();
}
