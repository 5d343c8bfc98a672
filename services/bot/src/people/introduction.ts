import type { Clock } from '@opsheet/shared/runtime/clock';
import { Composer } from 'grammy';
import type { TurnContext } from '../bot/turn.ts';
import type { Store } from '../store/store.ts';
import { recordName } from './record.ts';

/** Whoever writes is recorded, at first and under a new name; while PostgreSQL is away this waits for the next time. */
export function introduction({ store, clock }: { store: Store; clock: Clock }): Composer<TurnContext> {
  const composer = new Composer<TurnContext>();
  composer.use(async ({ turn, from }, next) => {
    const known = store.person(turn.speaker.id);
    const username = from?.username ?? null;
    const isKnown = known?.firstName === from?.first_name && known?.username === username;
    if (from && !isKnown && !turn.away) {
      const name = { id: turn.speaker.id, firstName: from.first_name, username, at: new Date(clock.now()) };
      await turn.changed(await turn.write((tx) => recordName(tx, name)));
    }
    await next();
  });
  return composer;
}
