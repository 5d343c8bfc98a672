import test from 'ava';
import type { ExecutionContext } from 'ava';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import type { FakeClock } from '@opsheet/shared/testing/fake-clock';
import { driveFor } from '../../calls/drive/client.ts';
import type { DriveClient } from '../../calls/drive/client.ts';
import { receiverFor, statesOf } from './receiver.ts';
import type { Receiver } from './receiver.ts';

const hourMs = 3_600_000;
const owner = 'owner@example.test';

type Watched = DriveClient & {
  clock: FakeClock;
  fileId: string;
  receiver: Receiver;
  edit: () => void;
  control: (method: string, path: string, body?: object) => Promise<number>;
};

async function stage(t: ExecutionContext): Promise<Watched> {
  const clock = fakeClock();
  const client = await driveFor(t, { clock });
  const fileId = await client.make('Pay');
  const { store, url } = client.emulator;
  return {
    ...client,
    clock,
    fileId,
    receiver: await receiverFor(t),
    edit: () => store.edit(fileId, owner, () => undefined),
    async control(method, path, body) {
      const response = await fetch(`${url}/control/${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
      return response.status;
    },
  };
}

/** A channel on the file, whose `sync` message has come. */
async function watched(t: ExecutionContext): Promise<Watched> {
  const all = await stage(t);
  const { api, fileId, receiver } = all;
  await api.files.watch({ fileId, requestBody: { id: 'c1', type: 'web_hook', address: receiver.address, token: 'T' } });
  await receiver.until(1);
  return all;
}

test('a channel begins with a sync message and is told of an edit, all of it in headers', async (t) => {
  const { fileId, receiver, clock, edit } = await watched(t);
  edit();
  await receiver.until(2);
  const [sync, update] = receiver.messages;
  const common = {
    'content-length': '0',
    'x-goog-channel-id': 'c1',
    'x-goog-channel-token': 'T',
    'x-goog-channel-expiration': new Date(clock.now() + hourMs).toUTCString(),
    'x-goog-resource-uri': `https://www.googleapis.com/drive/v3/files/${fileId}?alt=json`,
  };
  t.like(sync, {
    method: 'POST',
    body: '',
    headers: { ...common, 'x-goog-resource-state': 'sync', 'x-goog-message-number': '1' },
  });
  t.like(update, {
    method: 'POST',
    body: '',
    headers: { ...common, 'x-goog-resource-state': 'update', 'x-goog-changed': 'content,properties' },
  });
  t.is(sync?.headers['x-goog-changed'], undefined);
  t.is(update?.headers['x-goog-resource-id'], sync?.headers['x-goog-resource-id']);
  t.true(Number(update?.headers['x-goog-message-number']) > 1);
});

test('what happens to a file is told by its kind', async (t) => {
  const { api, fileId, receiver } = await watched(t);
  await api.files.update({ fileId, requestBody: { name: 'Wages' } });
  await api.permissions.create({ fileId, requestBody: { type: 'anyone', role: 'reader' } });
  await api.files.update({ fileId, requestBody: { trashed: true } });
  await api.files.update({ fileId, requestBody: { trashed: false } });
  await api.files.delete({ fileId });
  await receiver.until(6);
  t.deepEqual(statesOf(receiver), ['sync', 'update', 'update', 'trash', 'untrash', 'remove']);
  t.deepEqual(
    receiver.messages.map(({ headers }) => headers['x-goog-changed']),
    [undefined, 'properties', 'permissions', undefined, undefined, undefined],
  );
});

test('with a lag, edits become known late and as one: times, versions, the list of changes and the message', async (t) => {
  const { api, clock, control, edit, fileId, receiver } = await watched(t);
  const facts = async () => (await api.files.get({ fileId, fields: 'modifiedTime,version' })).data;
  const { startPageToken } = (await api.changes.getStartPageToken()).data;
  const changes = async () => (await api.changes.list({ pageToken: startPageToken ?? '' })).data.changes?.length;
  const before = await facts();
  t.is(await control('POST', 'drive', { lagMs: 180_000 }), 200);
  edit();
  await clock.advance(100_000);
  edit();
  await clock.advance(79_999);
  t.deepEqual([await facts(), await changes()], [before, 0]);
  await clock.advance(1);
  await receiver.until(2);
  const modifiedTime = new Date(clock.now() - 80_000).toISOString();
  t.deepEqual([await facts(), await changes()], [{ modifiedTime, version: String(Number(before.version) + 1) }, 1]);
  t.deepEqual(statesOf(receiver), ['sync', 'update']);

  await clock.advance(50_000);
  edit();
  await clock.advance(179_999);
  t.is((await facts()).modifiedTime, modifiedTime);
  await clock.advance(1);
  await receiver.until(3);
});

test('a channel of all changes is told that there are some, and the list says which', async (t) => {
  const { api, emulator, fileId, receiver, edit, make } = await stage(t);
  const { startPageToken = '' } = (await api.changes.getStartPageToken()).data;
  const pageToken = startPageToken ?? '';
  const requestBody = { id: 'all', type: 'web_hook', address: receiver.address };
  await api.changes.watch({ pageToken, requestBody });
  edit();
  edit();
  const other = await make('Other');
  emulator.store.remove(other, owner);
  await receiver.until(5);
  t.deepEqual(statesOf(receiver), ['sync', 'change', 'change', 'change', 'change']);
  const first = (await api.changes.list({ pageToken, pageSize: 1 })).data;
  t.like(first.changes?.[0], { fileId, removed: false, changeType: 'file', file: { name: 'Pay' } });
  const last = (await api.changes.list({ pageToken: first.nextPageToken ?? '' })).data;
  t.like(last.changes, [{ fileId: other, removed: true }]);
  t.deepEqual((await api.changes.list({ pageToken: last.newStartPageToken ?? '' })).data.changes, []);
});

test('a channel that has expired, or was stopped, is told nothing', async (t) => {
  const { api, clock, edit, fileId, receiver } = await watched(t);
  const requestBody = { id: 'c2', type: 'web_hook', address: receiver.address };
  await api.files.watch({ fileId, requestBody: { ...requestBody, expiration: String(clock.now() + 2 * hourMs) } });
  await receiver.until(2);
  await clock.advance(hourMs);
  edit();
  await receiver.until(3);
  const [, , told] = receiver.messages;
  t.is(told?.headers['x-goog-channel-id'], 'c2');
  const resourceId = String(told?.headers['x-goog-resource-id']);
  t.is((await api.channels.stop({ requestBody: { id: 'c2', resourceId } })).status, 204);
  t.like(await t.throwsAsync(api.channels.stop({ requestBody: { id: 'c2', resourceId } })), { status: 404 });
  await api.files.watch({ fileId, requestBody: { ...requestBody, id: 'c3' } });
  await receiver.until(4);
  edit();
  await receiver.until(5);
  t.deepEqual(
    receiver.messages.map(({ headers }) => headers['x-goog-channel-id']),
    ['c1', 'c2', 'c2', 'c3', 'c3'],
  );
});

test('a channel lives an hour unless told otherwise, a day at most on a file and a week on changes', async (t) => {
  const { api, clock, fileId, receiver } = await stage(t);
  const wanted = { type: 'web_hook', address: receiver.address };
  const far = String(clock.now() + 1000 * hourMs);
  const opened = [
    await api.files.watch({ fileId, requestBody: { ...wanted, id: 'a' } }),
    await api.files.watch({ fileId, requestBody: { ...wanted, id: 'b', expiration: far } }),
    await api.changes.watch({ pageToken: '1', requestBody: { ...wanted, id: 'c', expiration: far } }),
  ];
  t.deepEqual(
    opened.map(({ data }) => (Number(data.expiration) - clock.now()) / hourMs),
    [1, 24, 168],
  );
  t.like(opened[0]?.data, { kind: 'api#channel', id: 'a' });
});

const refusals: [why: string, body: object, message: RegExp][] = [
  ['an id that was taken before', { id: 'c1' }, /^Channel id c1 not unique$/],
  ['no id', { id: '' }, /channel.id/],
  ['another type', { type: 'smoke' }, /Invalid Value/],
  ['plain HTTP to another machine', { address: 'http://example.test/' }, /^WebHook callback must be HTTPS: /],
  ['no address', { address: '' }, /channel.address/],
  ['an expiration in the past', { expiration: '1' }, /Invalid Value/],
];

for (const [why, body, message] of refusals) {
  test(`a channel is refused for ${why}`, async (t) => {
    const { api, fileId, receiver } = await watched(t);
    const requestBody = { id: 'c2', type: 'web_hook', address: receiver.address, ...body };
    const error = await t.throwsAsync(api.files.watch({ fileId, requestBody }), { message });
    t.like(error, { status: 400 });
  });
}

test('a message comes twice, not at all, or behind later ones when a fault says so', async (t) => {
  const { clock, control, edit, receiver } = await watched(t);
  await control('POST', 'push-faults', { channel: 'c1', fault: 'duplicate' });
  await control('POST', 'push-faults', { channel: 'other', fault: 'lose' });
  await control('POST', 'push-faults', { channel: 'c1', fault: 'lose' });
  await control('POST', 'push-faults', { channel: 'c1', fault: { delayMs: 5000 } });
  edit();
  await receiver.until(3);
  edit();
  edit();
  edit();
  await receiver.until(4);
  await clock.advance(5000);
  await receiver.until(5);
  const [, once, again, last, late] = receiver.messages.map(({ headers }) => Number(headers['x-goog-message-number']));
  t.is(once, again);
  t.true(Number(late) < Number(last) && Number(late) > Number(again));
});

test('a receiver that fails is tried again after a growing pause, one that refuses is not', async (t) => {
  const { clock, edit, receiver } = await watched(t);
  receiver.answers.push(503, 500, 403);
  edit();
  await receiver.until(2);
  await clock.sleeping();
  await clock.advance(1000);
  await receiver.until(3);
  await clock.sleeping();
  await clock.advance(2000);
  await receiver.until(4);
  edit();
  await receiver.until(5);
  const numbers = receiver.messages.slice(1).map(({ headers }) => headers['x-goog-message-number']);
  t.deepEqual([new Set(numbers.slice(0, 3)).size, new Set(numbers).size], [1, 2]);
});
