import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { startTelegram } from '../../../telegram/emulator.ts';
import { telegramFor } from '../client.ts';

async function socketFor(t: ExecutionContext, url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  t.teardown(() => socket.destroy());
  await once(socket, 'connect');
  return { socket, heard: hear(socket) };
}

/** Resolves with all that came once it matches. */
function hear(socket: Socket) {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(text)) await once(socket, 'data');
    return text;
  };
}

const request = (path: string, body = '{}') =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

test('what is no HTTP ends its connection only', async (t) => {
  const { url, ok } = await telegramFor(t);
  const { socket } = await socketFor(t, url);
  socket.end('neither head nor tail\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  t.like(await ok('getMe'), { is_bot: true });
});

test('requests that are sent without waiting are answered in their order, on one connection', async (t) => {
  const { url, botToken } = await telegramFor(t);
  const { socket, heard } = await socketFor(t, url);
  socket.write(request(`/bot${botToken}/getMe`) + request('/nowhere') + request(`/bot${botToken}/getMyCommands`));
  const text = await heard(/"result":\[\]/);
  t.deepEqual(text.match(/HTTP\/1.1 \d+/g), ['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
  t.is(text.match(/connection: close/gi), null);
});

test('a body in chunks is one body', async (t) => {
  const { url, botToken } = await telegramFor(t);
  const { socket, heard } = await socketFor(t, url);
  const head = `POST /bot${botToken}/getMyName HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
  socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`);
  socket.write('a\r\n{"language\r\n');
  socket.write('f\r\n_code": "ru"}  \r\n0\r\n\r\n');
  t.regex(await heard(/"ok":/), /"ok":true/);
});

test('a body that comes slowly does not keep others waiting', async (t) => {
  const { url, botToken, ok } = await telegramFor(t);
  const { socket, heard } = await socketFor(t, url);
  const whole = request(`/bot${botToken}/getMyName`, '{"language_code": "ru"}');
  socket.write(whole.slice(0, -5));
  t.like(await ok('getMe'), { is_bot: true });
  socket.write(whole.slice(-5));
  t.regex(await heard(/"ok":/), /"ok":true/);
});

test('a client that hangs up in the middle of its body is no failure', async (t) => {
  const { url, botToken, ok } = await telegramFor(t);
  const { socket } = await socketFor(t, url);
  socket.write(request(`/bot${botToken}/getMe`, '{"some": "thing"}').slice(0, -5));
  socket.destroy();
  t.like(await ok('getMe'), { is_bot: true });
});

test('a request that could not be taken apart ends its connection', async (t) => {
  const { url, botToken } = await telegramFor(t);
  const { socket, heard } = await socketFor(t, url);
  socket.write(request(`/bot${botToken}/getMe`).replace('application/json', 'multipart/form-data'));
  await once(socket, 'close');
  t.regex(await heard(/^HTTP/), /^HTTP\/1.1 400 Bad Request\r\n/);
});

test('closing ends the requests that wait', async (t) => {
  const telegram = await telegramFor(t);
  const waiting = telegram.call('getUpdates', { timeout: 50 });
  await telegram.ok('getMe');
  await Promise.all([t.throwsAsync(waiting, { message: 'fetch failed' }), telegram.close()]);
});

test('closing ends a call that a fault delays, and one whose body is still to come', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.fault({ method: 'getMe', fault: { delayMs: 600_000 } });
  const delayed = telegram.call('getMe');
  const { socket } = await socketFor(t, telegram.url);
  socket.write(request(`/bot${telegram.botToken}/getMe`).slice(0, -1));
  await telegram.ok('getMyName');
  await Promise.all([t.throwsAsync(delayed, { message: 'fetch failed' }), once(socket, 'close'), telegram.close()]);
});

test('of calls that are under way when it closes, each is answered or cut, and it is closed once and for all', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(1001, '/start');
  const calls = Array.from({ length: 50 }, async (_, index) =>
    telegram.call('sendMessage', { chat_id: 1001, text: `${index}` }).then(
      ({ ok }) => ok,
      () => 'cut',
    ),
  );
  await calls[0];
  await Promise.all([telegram.close(), telegram.close()]);
  await telegram.close();
  for (const outcome of await Promise.all(calls)) t.true(outcome === true || outcome === 'cut');
});

test('a port that is taken is an error that names it', async (t) => {
  const { url } = await telegramFor(t);
  const port = Number(new URL(url).port);
  await t.throwsAsync(startTelegram({ port }), { code: 'EADDRINUSE', message: new RegExp(`:${port}`) });
});
