import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test from 'ava';
import fc from 'fast-check';
import { samplePeople, userOf } from '../../../telegram/chats/people.ts';
import { createMovableClock } from '../../../telegram/clock/movable-clock.ts';
import { openFileBytes } from '../../../telegram/media/file/bytes.ts';
import { realSettings } from '../../../telegram/settings.ts';
import { freshState } from '../../../telegram/state.ts';
import { createUpdates } from '../../../telegram/updates/queue.ts';
import { createWorld } from '../../../telegram/world.ts';

/** `handled`: how many of what it got the bot has done before it polls again; the others it has forgotten. */
type Step = { pushed: number } | { limit: number; handled: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ pushed: fc.integer({ min: 1, max: 150 }) }),
  fc.record({ limit: fc.integer({ min: 1, max: 100 }), handled: fc.nat(100) }),
);

function queue() {
  const clock = fakeClock();
  const world = createWorld({
    state: freshState(samplePeople, clock.now()),
    files: openFileBytes(undefined),
    settings: realSettings,
    clock: createMovableClock(clock),
    botId: 7,
    onChange: () => {},
  });
  return createUpdates(world, { onUpdate: () => {}, duplicates: () => false });
}

const [person] = samplePeople;
if (!person) throw new Error('somebody has to press');
const press = {
  pre_checkout_query: { id: '1', from: userOf(person), currency: 'XTR', total_amount: 1, invoice_payload: '' },
};

test('however a bot polls, and whatever it forgets, it gets every update, in order, until it confirms it', async (t) => {
  const { signal } = new AbortController();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const updates = queue();
      const waiting: number[] = [];
      let offset = 0;
      for (const one of steps) {
        if ('pushed' in one) {
          for (let n = 0; n < one.pushed; n += 1) {
            updates.push(press);
            waiting.push(updates.pending().at(-1)?.update.update_id ?? 0);
          }
          continue;
        }
        const got = await updates.poll({ offset, limit: one.limit, timeoutMs: 0 }, signal);
        const ids = got.map(({ update_id: id }) => id);
        t.deepEqual(ids, waiting.slice(0, one.limit));
        const last = ids.slice(0, one.handled).at(-1);
        if (last === undefined) continue;
        offset = last + 1;
        waiting.splice(0, waiting.indexOf(last) + 1);
      }
      t.deepEqual(
        updates
          .pending()
          .map(({ update }) => update.update_id)
          .filter((id) => id >= offset),
        waiting,
      );
    }),
    { seed: 20_261_122, numRuns: 200 },
  );
});
