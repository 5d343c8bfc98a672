import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import test from 'ava';
import { GrammyError, HttpError } from 'grammy';
import type { Update } from 'grammy/types';
import { WrongToken } from '../../src/bot/identity.ts';
import type { Holder, Lease } from '../../src/updates/lease.ts';
import { openPoller } from '../../src/updates/poller.ts';

const refusal = (code: number, description: string) =>
  new GrammyError('getUpdates', { ok: false, error_code: code, description }, 'getUpdates', {});

type Reply = readonly Update[] | Error;

/** A poller whose Telegram answers `replies` in turn and then holds the request open. */
function world(replies: readonly Reply[], holder: Holder = 'mine') {
  const clock = fakeClock();
  const left = [...replies];
  const offsets: (number | undefined)[] = [];
  const received: number[] = [];
  const quiet = Promise.withResolvers<void>();
  const lease: Lease = { holder: () => holder, keep: async () => {} };
  const stop = new AbortController();
  const { log, lines } = recordedLog();
  const poller = openPoller({
    api: {
      async getUpdates(options, signal) {
        offsets.push(options?.offset);
        const reply = left.shift();
        if (reply instanceof Error) throw reply;
        if (reply) return [...reply];
        quiet.resolve();
        await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
        return [];
      },
    },
    lease,
    receive: async (updates) => void received.push(...updates.map((update) => update.update_id)),
    idle: async () => {},
    clock,
    log,
    chance: () => 0,
  });
  return { clock, poller, offsets, received, quiet: quiet.promise, stop, running: poller.run(stop.signal), lines };
}

test('Telegram is told that a batch has arrived only after it is in safe hands', async (t) => {
  const { offsets, received, quiet, stop, running } = world([[{ update_id: 5 }, { update_id: 6 }], []]);
  await quiet;
  t.deepEqual(received, [5, 6]);
  t.deepEqual(offsets, [undefined, 7, 7]);
  stop.abort();
  await running;
});

test('a wrong token ends the process with what to do', async (t) => {
  const { running } = world([refusal(401, 'Unauthorized')]);
  const error = await t.throwsAsync(running, { instanceOf: WrongToken });
  t.regex(error.message, /TELEGRAM_BOT_TOKEN/);
});

test('a conflict is waited out', async (t) => {
  const { clock, offsets, quiet, stop, running } = world([refusal(409, 'Conflict: terminated'), []]);
  await clock.sleeping();
  t.is(offsets.length, 1);
  await clock.advance(5_000);
  await quiet;
  stop.abort();
  await running;
});

test('a conflict that lasts a minute ends the process with what to do', async (t) => {
  const { clock, running } = world(Array.from({ length: 20 }, () => refusal(409, 'Conflict: terminated')));
  const failed = t.throwsAsync(running, { message: /another program receives the updates of this bot/ });
  for (let waits = 0; waits < 12; waits += 1) {
    await clock.sleeping();
    await clock.advance(5_000);
  }
  await failed;
});

test('while nobody knows who holds the lease, conflicts end nothing', async (t) => {
  const { clock, quiet, stop, running } = world(
    Array.from({ length: 20 }, () => refusal(409, 'Conflict: terminated')),
    'unknown',
  );
  for (let waits = 0; waits < 20; waits += 1) {
    await clock.sleeping();
    await clock.advance(5_000);
  }
  await quiet;
  stop.abort();
  await t.notThrowsAsync(running);
});

test('a Telegram that cannot be reached is tried again, ever more slowly up to 5 s, and logged once', async (t) => {
  const { clock, quiet, stop, running, lines } = world(
    Array.from({ length: 7 }, () => new HttpError('Network request failed', new Error('ECONNREFUSED'))),
  );
  for (const ms of [250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]) {
    await clock.sleeping();
    await clock.advance(ms);
  }
  await quiet;
  t.is(lines.seen.filter(({ msg }) => msg.startsWith('Telegram cannot be reached')).length, 1);
  stop.abort();
  await running;
});

test('a standby asks Telegram for nothing', async (t) => {
  const { clock, offsets, stop, running } = world([[]], 'other');
  await clock.sleeping();
  t.deepEqual(offsets, []);
  stop.abort();
  await running;
});
