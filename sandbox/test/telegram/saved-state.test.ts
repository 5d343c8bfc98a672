import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { startTelegram } from '../../telegram/emulator.ts';
import type { Message } from '../../telegram/message.ts';
import { clientOf } from './client.ts';

async function dataFileFor(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'telegram-'));
  t.teardown(() => rm(folder, { recursive: true }));
  return join(folder, 'telegram.json');
}

async function start(dataFile: string) {
  const telegram = await startTelegram({ port: 0, dataFile });
  return { ...telegram, ...clientOf(telegram) };
}

test('people, messages, presses, pending updates and commands survive a restart', async (t) => {
  const dataFile = await dataFileFor(t);
  const before = await start(dataFile);
  await before.control('POST', 'people', { id: 7, firstName: 'Ana', languageCode: 'en' });
  await before.send(7, '/start');
  const reply_markup = { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] };
  const { message_id } = await before.ok<Message>('sendMessage', { chat_id: 7, text: 'Choose', reply_markup });
  const { callback_query_id: pressed } = await before.press(7, message_id, 'Yes');
  await before.ok('setMyCommands', { commands: [{ command: 'start', description: 'Begin' }] });
  const chat = await before.chat(7);
  const updates = await before.ok<{ update_id: number }[]>('getUpdates');
  await before.close();

  const after = await start(dataFile);
  t.teardown(after.close);
  t.deepEqual(await after.chat(7), chat);
  t.deepEqual(await after.ok('getUpdates'), updates);
  t.is((await after.ok<object[]>('getMyCommands')).length, 1);
  t.true(await after.ok('answerCallbackQuery', { callback_query_id: pressed }));
  const sent = await after.send(7, 'again');
  t.is(sent.message_id, message_id + 1);
  const newest = await after.ok<{ update_id: number }[]>('getUpdates', { offset: -1 });
  t.is(newest[0]?.update_id, (updates.at(-1)?.update_id ?? 0) + 1);
});

test('pins, sales, the webhook, the time, and who blocks the bot survive a restart', async (t) => {
  const dataFile = await dataFileFor(t);
  const before = await start(dataFile);
  await before.send(1001, '/start');
  const terms = {
    title: 'Tea',
    description: 'A cup',
    payload: '7',
    currency: 'XTR',
    prices: [{ label: 'Tea', amount: 5 }],
  };
  const { message_id } = await before.ok<Message>('sendInvoice', { chat_id: 1001, ...terms });
  await before.ok('pinChatMessage', { chat_id: 1001, message_id });
  const link = await before.ok<string>('createInvoiceLink', terms);
  const asked = await before.done<{ pre_checkout_query_id: string }>('POST', 'pay', { user: 1001, message_id });
  await before.ok('answerPreCheckoutQuery', { ...asked, ok: true });
  await before.block(2001, true);
  await before.ok('setWebhook', { url: 'http://127.0.0.1:9/hook', secret_token: 's', allowed_updates: ['message'] });
  await before.done('POST', 'clock', { advance_ms: 3_600_000 });
  const chat = await before.chat(1001);
  await before.close();

  const after = await start(dataFile);
  t.teardown(after.close);
  t.deepEqual(await after.chat(1001), chat);
  t.deepEqual(chat.pinned, [message_id]);
  t.like(await after.ok('getWebhookInfo'), { url: 'http://127.0.0.1:9/hook', allowed_updates: ['message'] });
  t.deepEqual(await after.ok('getMyStarBalance'), { amount: 5 });
  t.is((await after.control('POST', 'pay', { user: 1001, message_id })).status, 409);
  t.is((await after.control('POST', 'pay', { user: 1001, link })).status, 200);
  t.like(await after.done('GET', 'clock'), { offset_ms: 3_600_000 });
  t.is((await after.control('POST', 'send', { user: 2001, text: 'x' })).status, 409);
});

test('without a data file a new emulator knows nothing of the old one', async (t) => {
  const before = await startTelegram({ port: 0 });
  await clientOf(before).send(1001, '/start');
  await before.close();
  const after = await startTelegram({ port: 0 });
  t.teardown(after.close);
  t.is((await clientOf(after).chat(1001)).messages.length, 0);
});

for (const [title, content] of [
  ['is cut off', '{"format":'],
  ['is of another program', '{"people":[]}'],
] as const) {
  test(`a data file that ${title} is refused and left as it is`, async (t) => {
    const dataFile = await dataFileFor(t);
    await writeFile(dataFile, content);
    await t.throwsAsync(startTelegram({ port: 0, dataFile }), {
      message: /is not a data file of this emulator: delete it/,
    });
    t.is(await readFile(dataFile, 'utf8'), content);
  });
}

test('a data file whose folder is gone is told at the write, and once more when the emulator closes', async (t) => {
  const dataFile = join(await dataFileFor(t), 'deeper', 'telegram.json');
  const told: unknown[] = [];
  const telegram = await startTelegram({ port: 0, dataFile, onError: (error) => told.push(error) });
  await rm(dirname(dataFile), { recursive: true });
  await clientOf(telegram).send(1001, '/start');
  await t.throwsAsync(telegram.close(), { message: /could not write/ });
  t.is(told.length, 1);
});

test('a data file that another emulator has is refused, and is free again when that one has closed', async (t) => {
  const dataFile = await dataFileFor(t);
  const first = await start(dataFile);
  await t.throwsAsync(start(dataFile), { message: /runs already, as process \d+/ });
  await first.close();
  const second = await start(dataFile);
  await second.close();
});

test('a port that is taken leaves the data file free', async (t) => {
  const dataFile = await dataFileFor(t);
  const other = await startTelegram({ port: 0 });
  t.teardown(other.close);
  await t.throwsAsync(startTelegram({ port: Number(new URL(other.url).port), dataFile }), { code: 'EADDRINUSE' });
  const telegram = await start(dataFile);
  await telegram.close();
});
