import { once } from 'node:events';
import { get, request } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import type { Part } from '../../desk/cluster/part.ts';
import { openFeed } from '../../desk/feed/feed.ts';
import { startDesk } from '../../desk/server.ts';
import type { Supervised } from '../../supervisor/supervise.ts';

const isWell = async () => ({ status: 'well' as const, detail: 'answers' });

/** A part whose process is a play: it notes what is done to it. */
function playedPart() {
  const done: string[] = [];
  const process: Supervised = {
    name: 'sync',
    pid: () => 4242,
    since: () => Date.UTC(2026, 0, 1),
    ends: () => 2,
    kill: () => done.push('kill') > 0,
    stopFor: async (ms) => done.push(`stop for ${ms} ms`) > 0,
    [Symbol.asyncDispose]: async () => {},
  };
  const part: Part = { name: 'sync', does: 'keeps both equal', origin: 'sandbox', process, look: isWell };
  return { part, done };
}

const emulator: Part = {
  name: 'Sheets',
  does: 'the workbook',
  origin: 'sandbox',
  process: null,
  look: () => Promise.reject(new Error('connect ECONNREFUSED')),
};

async function deskFor(t: ExecutionContext, parts: readonly Part[]) {
  const feed = openFeed(Date.now);
  const desk = await startDesk({ port: 0, facts: () => ({ desk: 'here' }), parts, feed });
  t.teardown(() => desk[Symbol.asyncDispose]());
  const breakIt = (body: unknown, origin: string | undefined = desk.url) =>
    fetch(`${desk.url}/faults`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: origin === undefined ? {} : { origin },
    });
  return { desk, feed, breakIt };
}

test('a part is killed or stopped at the request of the desk’s own page, and it is said what happened', async (t) => {
  const { part, done } = playedPart();
  const { breakIt } = await deskFor(t, [part, emulator]);
  const killed = await breakIt({ fault: 'kill', part: 'sync' });
  t.deepEqual(await killed.json(), { happened: 'sync (process 4242) was killed; it is started again at once' });
  const stopped = await breakIt({ fault: 'stop', part: 'sync' });
  t.deepEqual(await stopped.json(), { happened: 'sync (process 4242) was stopped; it is started again in 10 s' });
  t.deepEqual(done, ['kill', 'stop for 10000 ms']);
});

test('another page, and a program that names no page, cannot break anything', async (t) => {
  const { part, done } = playedPart();
  const { breakIt } = await deskFor(t, [part]);
  for (const origin of ['http://evil.example', 'http://127.0.0.1:1', 'null', '']) {
    t.is((await breakIt({ fault: 'kill', part: 'sync' }, origin)).status, 403, origin);
  }
  t.deepEqual(done, []);
});

test('a page of another host that leads here gets nothing', async (t) => {
  const { desk } = await deskFor(t, []);
  const asked = get(`${desk.url}/endpoints.json`, { headers: { host: 'rebound.example' } });
  const [answer] = await once(asked, 'response');
  t.is(answer.statusCode, 421);
  answer.destroy();
});

for (const [body, status] of [
  [{ fault: 'explode', part: 'sync' }, 400],
  [{ fault: 'stop', part: 'sync', seconds: 1e9 }, 400],
  ['x'.repeat(20_000), 400],
  [{ fault: 'kill', part: 'Sheets' }, 409],
  [{ fault: 'kill', part: 'nobody' }, 409],
] as const) {
  test(`${JSON.stringify(body).slice(0, 60)} is refused with ${status} and words`, async (t) => {
    const { part, done } = playedPart();
    const { breakIt } = await deskFor(t, [part, emulator]);
    const answer = await breakIt(body);
    t.is(answer.status, status);
    t.truthy(((await answer.json()) as { error: string }).error);
    t.deepEqual(done, []);
  });
}

test('every part is reported, also one that gives no answer', async (t) => {
  const { desk } = await deskFor(t, [playedPart().part, emulator]);
  const { parts } = (await (await fetch(`${desk.url}/parts`)).json()) as { parts: unknown[] };
  t.deepEqual(parts, [
    {
      name: 'sync',
      does: 'keeps both equal',
      origin: 'sandbox',
      status: 'well',
      detail: 'answers',
      pid: 4242,
      since: '2026-01-01T00:00:00.000Z',
      restarts: 2,
      breakable: true,
    },
    {
      name: 'Sheets',
      does: 'the workbook',
      origin: 'sandbox',
      status: 'away',
      detail: 'connect ECONNREFUSED',
      pid: null,
      since: null,
      restarts: 0,
      breakable: false,
    },
  ]);
});

test('the stream begins with the facts, then has what is kept after the last id, then what is new', async (t) => {
  const { desk, feed } = await deskFor(t, []);
  const line = { kind: 'event', subject: 'opsheet.event.sync.finished', says: 'A pass' } as const;
  feed.add({ ...line, payload: 'old' });
  const [old] = feed.after(0);
  feed.add({ ...line, payload: 'missed' });
  const asked = request(`${desk.url}/feed`, { headers: { 'last-event-id': String(old?.id) } }).end();
  const [answer] = await once(asked, 'response');
  let text = '';
  answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(answer, 'data');
  feed.add({ ...line, payload: 'new' });
  while (!text.includes('"new"')) await setImmediate();
  t.true(text.startsWith('event: desk\ndata: {"desk":"here"}\n\n'));
  t.false(text.includes('"old"'));
  t.true(text.indexOf('"missed"') < text.indexOf('"new"'));
  answer.destroy();
});

test('what is no file of the page is not found, above its folder too', async (t) => {
  const { desk } = await deskFor(t, []);
  for (const path of ['/nope.js', '/../server.ts', '/%2e%2e/server.ts', '/..%2fserver.js', '/phone.js/x.js']) {
    t.is((await fetch(desk.url + path)).status, 404, path);
  }
});
