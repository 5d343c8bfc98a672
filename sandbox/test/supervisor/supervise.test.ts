import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test from 'ava';
import { type Started, supervise } from '../../supervisor/supervise.ts';

/** A process that ends when the test says so. */
function scripted() {
  let pid = 0;
  let current = Promise.withResolvers<string>();
  let begun: (() => void)[] = [];
  const start = async (): Promise<Started> => {
    pid += 1;
    const life = Promise.withResolvers<string>();
    current = life;
    begun.forEach((wake) => wake());
    begun = [];
    return { pid, ended: life.promise, stop: async () => life.resolve('SIGTERM') };
  };
  return {
    start,
    end: (how: string) => current.resolve(how),
    nextStart: () => new Promise<void>((resolve) => begun.push(resolve)),
  };
}

const refused = async () => Promise.reject(new Error('no such program'));

test('the first end is followed by a start at once, the next after 0.1 s, then 0.2 s', async (t) => {
  const clock = fakeClock();
  const process = scripted();
  const said: string[] = [];
  const pids: number[] = [];
  await using _ = await supervise({
    name: 'bot',
    start: process.start,
    started: (pid) => pids.push(pid),
    say: (line) => said.push(line),
    clock,
  });
  let next = process.nextStart();
  process.end('SIGKILL');
  await next;
  for (const delayMs of [100, 200]) {
    next = process.nextStart();
    process.end('status 1');
    await clock.sleeping();
    await clock.advance(delayMs);
    await next;
  }
  t.deepEqual(pids, [1, 2, 3, 4]);
  t.deepEqual(said, [
    'bot ended (SIGKILL); started again at once',
    'bot ended (status 1); started again after 0.1 s',
    'bot ended (status 1); started again after 0.2 s',
  ]);
});

test('a later start that fails is told and tried again', async (t) => {
  const clock = fakeClock();
  const process = scripted();
  const said: string[] = [];
  let failures = 1;
  let starts = 0;
  const start = async () => {
    starts += 1;
    if (starts > 1 && failures-- > 0) throw new Error('the port is taken');
    return process.start();
  };
  await using kept = await supervise({ name: 'nats', start, started: () => {}, say: (line) => said.push(line), clock });
  const next = process.nextStart();
  process.end('SIGKILL');
  await clock.sleeping();
  await clock.advance(100);
  await next;
  t.is(said[1], 'nats ended (the port is taken); started again after 0.1 s');
  t.is(kept.ends(), 2);
});

test('a first start that fails is an error', async (t) => {
  const supervision = { name: 'nats', start: refused, started: () => {}, say: () => {}, clock: fakeClock() };
  await t.throwsAsync(supervise(supervision), { message: 'no such program' });
});

test('what is stopped for a while ends in good order and stays away that long', async (t) => {
  const clock = fakeClock();
  const process = scripted();
  const said: string[] = [];
  await using kept = await supervise({
    name: 'sync',
    start: process.start,
    started: () => {},
    say: (line) => said.push(line),
    clock,
  });
  t.is(kept.since(), clock.now());
  const next = process.nextStart();
  t.true(await kept.stopFor(10_000));
  await clock.sleeping();
  t.is(kept.since(), null);
  t.false(await kept.stopFor(10_000), 'there is nothing to stop');
  t.false(kept.kill(), 'there is nothing to kill');
  await clock.advance(9_999);
  t.is(kept.since(), null);
  await clock.advance(1);
  await next;
  t.is(kept.since(), clock.now());
  t.deepEqual(said, ['sync ended (SIGTERM); started again after 10 s']);
});

test('what is stopped is not started again', async (t) => {
  const process = scripted();
  const pids: number[] = [];
  const kept = await supervise({
    name: 'bot',
    start: process.start,
    started: (pid) => pids.push(pid),
    say: (line) => t.fail(line),
    clock: fakeClock(),
  });
  await kept[Symbol.asyncDispose]();
  t.deepEqual(pids, [1]);
});
