import { connect } from 'node:net';
import { once } from 'node:events';
import test, { type ExecutionContext } from 'ava';
import fc from 'fast-check';
import { telegramFor } from './client.ts';

type Sent = { method?: string; headers?: Record<string, string>; body?: string };

async function rawFor(t: ExecutionContext) {
  const telegram = await telegramFor(t, { requests: 'none' });
  await telegram.send(1001, '/start');
  return {
    ...telegram,
    reach: async (path: string, { method = 'POST', headers = {}, body }: Sent = {}) => {
      const response = await fetch(`${telegram.url}${path}`, { method, headers, ...(body !== undefined && { body }) });
      return { status: response.status, text: await response.text() };
    },
  };
}

const json = { 'content-type': 'application/json' };
const errorBody = (code: number, description: string) => JSON.stringify({ ok: false, error_code: code, description });

const part = (name: string, value: string) =>
  `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

test('a method is called by GET or POST, in any case, with JSON, a form, multipart or a query', async (t) => {
  const { reach, botToken } = await rawFor(t);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const multipart = { 'content-type': 'multipart/form-data; boundary=B' };
  const calls: [string, Sent][] = [
    ['sendMessage?chat_id=1001&text=hi', { method: 'GET' }],
    ['SENDMESSAGE', { headers: form, body: 'chat_id=1001&text=hi' }],
    ['sendmessage', { headers: json, body: '{"chat_id":"1001","text":"hi"}' }],
    ['sendMessage/', { headers: multipart, body: `${part('chat_id', '1001')}${part('text', 'hi')}--B--\r\n` }],
    ['', { headers: json, body: '{"method":"sendMessage","chat_id":1001,"text":"hi"}' }],
  ];
  for (const [path, sent] of calls) {
    const reply = await reach(`/bot${botToken}/${path}`, sent);
    t.regex(reply.text, /"text":"hi"/);
  }
});

test('an unknown method, a wrong token and a wrong path are told apart', async (t) => {
  const { reach, botToken } = await rawFor(t);
  const unknown = await reach(`/bot${botToken}/sendJoy`);
  t.deepEqual(unknown, { status: 404, text: errorBody(404, 'Not Found: method not found') });
  t.deepEqual(await reach('/bot7:other/getMe'), { status: 401, text: errorBody(401, 'Unauthorized') });
  const malformed = errorBody(401, 'Unauthorized: invalid token specified');
  for (const token of ['', 'x', '0:a', '%20'])
    t.deepEqual(await reach(`/bot${token}/getMe`), { status: 401, text: malformed });
  for (const path of ['/', '/getMe', `/bot${botToken}`, '/bot%zz/getMe', `/bot${botToken}/get%2FMe`]) {
    t.deepEqual(await reach(path), { status: 404, text: errorBody(404, 'Not Found') });
  }
});

const bodies: Record<string, [headers: Record<string, string>, body: string, reason: string]> = {
  'broken JSON': [json, '{"a":', "can't parse parameter value"],
  'JSON that is no object': [json, '[]', 'JSON object expected'],
  'multipart without a boundary': [{ 'content-type': 'multipart/form-data' }, 'x', 'boundary not found'],
  'multipart that is cut off': [
    { 'content-type': 'multipart/form-data; boundary=B' },
    '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nx',
    'unexpected end of request content',
  ],
  'a part without a name': [
    { 'content-type': 'multipart/form-data; boundary=B' },
    '--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--',
    'expected form-data content disposition',
  ],
};

for (const [title, [headers, body, reason]] of Object.entries(bodies)) {
  test(`refused: ${title}`, async (t) => {
    const { reach, botToken } = await rawFor(t);
    const reply = await reach(`/bot${botToken}/getMe`, { headers, body });
    t.deepEqual(reply, { status: 400, text: errorBody(400, `Bad Request: ${reason}`) });
  });
}

test('a body beyond the limit is refused, whether or not it says its length', async (t) => {
  const { url, botToken } = await telegramFor(t, { settings: { bodyBytes: 1000 } });
  const whole = await fetch(`${url}/bot${botToken}/getMe`, { method: 'POST', body: 'x'.repeat(1001) });
  t.is(await whole.text(), errorBody(413, 'Request Entity Too Large'));
  const parts = new Blob(['x'.repeat(2000)]).stream();
  const streamed = await fetch(`${url}/bot${botToken}/getMe`, { method: 'POST', body: parts, duplex: 'half' });
  t.is(streamed.status, 413);
});

test('what is no HTTP ends its connection only', async (t) => {
  const { url, ok } = await telegramFor(t);
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.end('neither head nor tail\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  t.like(await ok('getMe'), { is_bot: true });
});

test('closing ends the requests that wait', async (t) => {
  const telegram = await telegramFor(t);
  const waiting = telegram.call('getUpdates', { timeout: 50 });
  await telegram.ok('getMe');
  await Promise.all([t.throwsAsync(waiting, { message: 'fetch failed' }), telegram.close()]);
});

/** Values that come near to what the parameters want, and values that do not. */
const value = fc.oneof(
  fc.constantFrom(1001, 1, -1, 'x', '', '{', '<b>', '[]', true, null, 4e20, 'HTML', '/start'),
  fc.string({ maxLength: 80 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant({ inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }),
  fc.constant({ type: 'chat', chat_id: 1001 }),
);
const name = fc
  .constantFrom(
    'chat_id message_id text caption parse_mode entities caption_entities reply_markup reply_parameters photo url offset limit scope commands language_code menu_button callback_query_id allowed_updates link_preview_options action secret_token'.split(
      ' ',
    ),
  )
  .chain((names) => fc.constantFrom(...names));
const method = fc.constantFrom(
  ...'getMe sendMessage sendPhoto sendChatAction editMessageText editMessageCaption editMessageReplyMarkup deleteMessage answerCallbackQuery setMyCommands getMyCommands deleteMyCommands setMyName setChatMenuButton getChatMenuButton getChat getUpdates deleteWebhook getWebhookInfo'.split(
    ' ',
  ),
);
const target = fc.oneof(
  { weight: 8, arbitrary: method.map((called) => `bot7000000001:sandbox-token-not-for-telegram/${called}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'control/send',
      'control/press',
      'control/faults',
      'control/people',
      'control/chats/1001',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }).map(encodeURI) },
);

test('10,000 random requests are all answered, and none breaks it', async (t) => {
  const telegram = await telegramFor(t, { requests: 'none' });
  await telegram.send(1001, '/start');
  const statuses = new Map<number, number>();
  const request = fc.tuple(target, fc.oneof(fc.dictionary(name, value, { maxKeys: 5 }), value));
  const requests = fc.sample(request, { numRuns: 10_000, seed: 20_261_122 });
  for (const [path, body] of requests) {
    const response = await fetch(`${telegram.url}/${path}`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    await response.arrayBuffer();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
  }
  t.log(Object.fromEntries(statuses));
  t.is(statuses.get(500), undefined);
  t.true((statuses.get(200) ?? 0) > 500);
  t.like(await telegram.ok('getMe'), { is_bot: true });
});
