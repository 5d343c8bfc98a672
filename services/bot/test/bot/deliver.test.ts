import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import test, { type ExecutionContext } from 'ava';
import { HttpError } from 'grammy';
import { telegramFor } from '../../../../sandbox/test/telegram/client.ts';
import { openApi } from '../../src/bot/api.ts';
import { deliverer } from '../../src/bot/deliver.ts';
import { loadTexts } from '../../src/texts/texts.ts';

const tom = 3001;
const chat = String(tom);
const screen = (text: string) => ({ text, buttons: [[{ text: 'Home', data: 'v1|home' }]] });

async function world(t: ExecutionContext) {
  const telegram = await telegramFor(t, { requests: 'all' });
  const api = openApi({ token: telegram.botToken, url: telegram.url, timeoutSeconds: 5 });
  const blocked: string[] = [];
  const onBlocked = async (one: string) => void blocked.push(one);
  const deliver = deliverer({ api, spoken: loadTexts(), log: recordedLog().log, onBlocked });
  await telegram.send(tom, '/start');
  const texts = async () =>
    (await telegram.chat(tom)).messages.filter(({ from }) => from === 'bot').map(({ text }) => text);
  return { telegram, deliver, blocked, texts };
}

test('a screen is edited in place, and showing it twice is no error', async (t) => {
  const { deliver, texts } = await world(t);
  const messageId = await deliver.show({ kind: 'message', chat, screen: screen('one') });
  for (let times = 0; times < 2; times += 1)
    t.is(await deliver.show({ kind: 'edit', chat, messageId, screen: screen('two') }), messageId);
  t.deepEqual(await texts(), ['two']);
});

test('a screen that is gone is followed by a fresh one', async (t) => {
  const { deliver, telegram, texts } = await world(t);
  const messageId = await deliver.show({ kind: 'message', chat, screen: screen('one') });
  await telegram.ok('deleteMessage', { chat_id: tom, message_id: messageId });
  await deliver.show({ kind: 'edit', chat, messageId, screen: screen('two') });
  t.deepEqual(await texts(), ['two']);
});

test('what Telegram refuses for good keeps back nothing else', async (t) => {
  const { deliver, texts } = await world(t);
  await deliver.all([
    { kind: 'press', query: '12345', text: 'too late', alert: false },
    { kind: 'message', chat: '999', screen: screen('nobody') },
    { kind: 'message', chat, screen: screen('heard') },
  ]);
  t.deepEqual(await texts(), ['heard']);
});

test('somebody who has blocked the bot is reported', async (t) => {
  const { deliver, telegram, blocked } = await world(t);
  await telegram.block(tom, true);
  await deliver.all([{ kind: 'message', chat, screen: screen('one') }]);
  t.deepEqual(blocked, [chat]);
});

test('a Telegram that cannot be reached is an error, in which the token does not stand', async (t) => {
  const token = '123456789:very-secret';
  const api = openApi({ token, url: 'http://127.0.0.1:1', timeoutSeconds: 1 });
  const error = await t.throwsAsync(api.getMe(), { instanceOf: HttpError });
  t.notRegex(
    JSON.stringify([error.message, error.stack, Object(error.error).message, Object(error.error).stack]),
    /very-secret/,
  );
});
