import { gzipSync, deflateSync } from 'node:zlib';
import test, { type ExecutionContext } from 'ava';
import { telegramFor } from '../client.ts';

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

async function rawFor(t: ExecutionContext) {
  const telegram = await telegramFor(t, { requests: 'none' });
  await telegram.send(1001, '/start');
  return {
    ...telegram,
    reach: async (path: string, { method = 'POST', headers = {}, body }: Sent = {}) => {
      const content = typeof body === 'string' ? body : body && new Uint8Array(body);
      const response = await fetch(`${telegram.url}${path}`, {
        method,
        headers,
        ...(content !== undefined && { body: content }),
      });
      return { status: response.status, text: await response.text() };
    },
  };
}

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const multipart = { 'content-type': 'multipart/form-data; boundary=B' };
const errorBody = (code: number, description: string) => JSON.stringify({ ok: false, error_code: code, description });

const part = (name: string, value: string) =>
  `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

test('a method is called by GET or POST, in any case, with JSON, a form, multipart or a query', async (t) => {
  const { reach, botToken } = await rawFor(t);
  const calls: [string, Sent][] = [
    ['sendMessage?chat_id=1001&text=hi', { method: 'GET' }],
    ['SENDMESSAGE', { headers: form, body: 'chat_id=1001&text=hi' }],
    ['sendmessage', { headers: json, body: '{"chat_id":"1001","text":"hi"}' }],
    ['sendMessage', { headers: multipart, body: `${part('chat_id', '1001')}${part('text', 'hi')}--B--\r\n` }],
    ['', { headers: json, body: '{"method":"sendMessage","chat_id":1001,"text":"hi"}' }],
    ['sendMessage?text=hi', { headers: json, body: '{"chat_id":1001,"text":"the first counts"}' }],
  ];
  for (const [path, sent] of calls) {
    const reply = await reach(`/bot${botToken}/${path}`, sent);
    t.regex(reply.text, /"text":"hi"/);
  }
});

test('an unknown method, a wrong token and a wrong path are told apart', async (t) => {
  const { reach, botToken } = await rawFor(t);
  const unknown = { status: 404, text: errorBody(404, 'Not Found: method not found') };
  for (const method of ['sendJoy', 'getMe/', 'get%2FMe', 'getMe%00'])
    t.deepEqual(await reach(`/bot${botToken}/${method}`), unknown, method);
  t.deepEqual(await reach('/bot7:other/getMe'), { status: 401, text: errorBody(401, 'Unauthorized') });
  const malformed = { status: 401, text: errorBody(401, 'Unauthorized: invalid token specified') };
  for (const token of ['', 'x', '0:a', '%20', '%zz', '-7:a', `7:${'a'.repeat(80)}`])
    t.deepEqual(await reach(`/bot${token}/getMe`), malformed, token);
  const misdirected = errorBody(421, 'Misdirected Request: unallowed token specified');
  t.deepEqual(await reach('/botx:y/getMe'), { status: 421, text: misdirected });
  for (const path of ['/', '/getMe', `/bot${botToken}`, '/botany', '/BOT7:a/getMe'])
    t.deepEqual(await reach(path), { status: 404, text: errorBody(404, 'Not Found') }, path);
});

test('an escaped slash divides as a plain one, and an escaped token is the token', async (t) => {
  const { reach, botToken } = await rawFor(t);
  t.is((await reach(`/bot${encodeURIComponent(botToken)}%2FgetMe`)).status, 200);
});

test('of JSON that breaks off, what stands before the break counts', async (t) => {
  const { reach, botToken } = await rawFor(t);
  const say = async (body: string) => (await reach(`/bot${botToken}/sendMessage`, { headers: json, body })).text;
  t.regex(await say('{"chat_id":1001,"text":"hi","parse_mode"'), /"text":"hi"/);
  t.is(await say('{"chat_id":1001,"text":'), errorBody(400, 'Bad Request: message text is empty'));
  for (const body of ['[]', 'null', '12', '{', '"hi"'])
    t.is(await say(body), errorBody(400, 'Bad Request: message text is empty'), body);
});

const unreadable: Record<string, [headers: Record<string, string>, body: string | Buffer, status: number]> = {
  'multipart without a boundary': [{ 'content-type': 'multipart/form-data' }, 'x', 400],
  'multipart that is cut off': [multipart, '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nx', 400],
  'a part without a name': [multipart, '--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--', 400],
  'a packing that it does not know': [{ ...json, 'content-encoding': 'br' }, '{}', 415],
  'a packed body that is not packed': [{ ...json, 'content-encoding': 'gzip' }, '{}', 400],
  'over 1 MB of JSON': [json, JSON.stringify({ text: 'x'.repeat(1 << 20) }), 413],
  'over 1 MB of a form': [form, `text=${'x'.repeat(1 << 20)}`, 413],
  'over 1 MB of parameters in parts': [multipart, `${part('text', 'x'.repeat((1 << 20) + 1))}--B--\r\n`, 413],
};

for (const [title, [headers, body, status]] of Object.entries(unreadable)) {
  test(`answered by the status alone: ${title}`, async (t) => {
    const { reach, botToken } = await rawFor(t);
    t.deepEqual(await reach(`/bot${botToken}/getMe`, { headers, body }), { status, text: '' });
  });
}

test('why a request could not be taken apart stands among the calls', async (t) => {
  const { reach, botToken, done } = await rawFor(t);
  await reach(`/bot${botToken}/getMe`, { headers: { 'content-type': 'multipart/form-data' }, body: 'x' });
  const { calls } = await done<{ calls: unknown[] }>('GET', 'calls');
  t.like(calls.at(-1), { method: 'getMe', ok: false, error: { description: 'Bad Request: boundary not found' } });
});

test('a body may be packed', async (t) => {
  const { reach, botToken } = await rawFor(t);
  const text = '{"chat_id":1001,"text":"hi"}';
  for (const [encoding, body] of [
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
  ] as const) {
    const reply = await reach(`/bot${botToken}/sendMessage`, {
      headers: { ...json, 'content-encoding': encoding },
      body,
    });
    t.regex(reply.text, /"text":"hi"/, encoding);
  }
});

test('methods of HTTP other than GET and POST are not implemented', async (t) => {
  const { reach, botToken } = await rawFor(t);
  for (const method of ['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])
    t.deepEqual(await reach(`/bot${botToken}/getMe`, { method }), { status: 501, text: '' }, method);
});

test('a long text fits into the query of a GET', async (t) => {
  const { reach, botToken } = await rawFor(t);
  const text = 'щ'.repeat(4096);
  const reply = await reach(`/bot${botToken}/sendMessage?chat_id=1001&text=${encodeURIComponent(text)}`, {
    method: 'GET',
  });
  t.is(reply.status, 200);
});

test('a body beyond the limit is refused, whether or not it says its length, packed or not', async (t) => {
  const { url, botToken } = await telegramFor(t, { settings: { bodyBytes: 1000 } });
  const refusal = errorBody(413, 'Request Entity Too Large');
  const whole = await fetch(`${url}/bot${botToken}/getMe`, { method: 'POST', body: 'x'.repeat(1001) });
  t.is(await whole.text(), refusal);
  const parts = new Blob(['x'.repeat(2000)]).stream();
  const streamed = await fetch(`${url}/bot${botToken}/getMe`, { method: 'POST', body: parts, duplex: 'half' });
  t.is(await streamed.text(), refusal);
  const packed = await fetch(`${url}/bot${botToken}/getMe`, {
    method: 'POST',
    headers: { 'content-encoding': 'gzip' },
    body: new Uint8Array(gzipSync('x'.repeat(1001))),
  });
  t.is(await packed.text(), refusal);
});

test('JSON that is nested deeper than the server reads is no JSON, and leaves the list of calls readable', async (t) => {
  const { botToken, reach, refused, control } = await rawFor(t);
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const body = `{"text": "x", "chat_id": ${deep}}`;
  const { text } = await reach(`/bot${botToken}/sendMessage`, { headers: json, body });
  t.is(text, errorBody(400, 'Bad Request: chat_id is empty'));
  t.is(
    await refused('sendMessage', { chat_id: 1001, text: 'x', reply_markup: deep.slice(100_000, 300_000) }),
    "400 Bad Request: can't parse reply keyboard markup JSON object",
  );
  t.is((await control('GET', 'calls')).status, 200);
});
