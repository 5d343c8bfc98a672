import { once } from 'node:events';
import { connect } from 'node:net';
import test from 'ava';
import { startSheets } from '../../sheets/emulator.ts';
import { emulatorFor, messageOf, workbookFor } from './workbook.ts';

const now = Date.now();
const seconds = (fromNow: number) => Math.floor(now / 1000) + fromNow;
const jwt = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
const robot = { iss: 'robot@example.test', iat: seconds(-60), exp: seconds(3_540) };

const credentials: Record<string, [authorization: string | undefined, status: number, what?: RegExp]> = {
  'no header': [undefined, 401, /^Request is missing required authentication credential\./],
  'another scheme': ['Basic YTpi', 401, /^Request is missing required authentication credential\./],
  'a scheme alone': ['Bearer', 401, /^Request is missing required authentication credential\./],
  'two tokens': ['Bearer a b', 401, /^Request is missing required authentication credential\./],
  'an expired JWT': [
    `Bearer ${jwt({ ...robot, exp: seconds(-1) })}`,
    401,
    /^Request had invalid authentication credentials\./,
  ],
  'a JWT for more than an hour': [
    `Bearer ${jwt({ ...robot, exp: seconds(3_600) })}`,
    401,
    /^Request had invalid authentication credentials\./,
  ],
  'a JWT for another service': [
    `Bearer ${jwt({ ...robot, aud: 'https://storage.googleapis.com/' })}`,
    401,
    /^Request had invalid authentication credentials\./,
  ],
  'a JWT for Sheets': [`Bearer ${jwt({ ...robot, aud: 'https://sheets.googleapis.com/' })}`, 200],
  'a JWT by scope': [`Bearer ${jwt({ ...robot, scope: 'https://www.googleapis.com/auth/spreadsheets' })}`, 200],
  'a token with two dots': ['Bearer a.b.c', 200],
};

for (const [title, [authorization, status, what]] of Object.entries(credentials)) {
  test(`a call with ${title} is answered ${status}`, async (t) => {
    const { emulator, spreadsheetId } = await workbookFor(t);
    const response = await fetch(`${emulator.url}/v4/spreadsheets/${spreadsheetId}?fields=spreadsheetId`, {
      ...(authorization !== undefined && { headers: { authorization } }),
    });
    t.is(response.status, status);
    const body: unknown = await response.json();
    if (!what) return t.deepEqual(body, { spreadsheetId });
    t.like(body, { error: { code: 401, status: 'UNAUTHENTICATED' } });
    return t.regex(messageOf({ status, headers: response.headers, body }) ?? '', what);
  });
}

test('an assertion that has expired is exchanged for nothing', async (t) => {
  const { url } = await emulatorFor(t);
  const body = new URLSearchParams({ assertion: jwt({ ...robot, exp: seconds(-1) }) });
  const response = await fetch(`${url}/token`, { method: 'POST', body });
  t.is(response.status, 400);
  t.like(await response.json(), { error: 'invalid_grant' });
});

test('a body of more than 10 MB is refused, whether or not it says its length', async (t) => {
  const { emulator, spreadsheetId, send } = await workbookFor(t);
  const long = JSON.stringify({ values: [['x'.repeat(10 << 20)]] });
  const whole = await send('PUT', '/values/A1?valueInputOption=RAW', long);
  t.is(whole.status, 400);
  t.is(messageOf(whole), 'Request payload size exceeds the limit: 10485760 bytes.');
  const streamed = await fetch(`${emulator.url}/v4/spreadsheets/${spreadsheetId}/values/A1`, {
    method: 'PUT',
    headers: { authorization: 'Bearer owner' },
    body: new Blob([long]).stream(),
    duplex: 'half',
  });
  t.is(streamed.status, 400);
});

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer owner\r\n\r\n`;

test('requests that are sent without waiting are answered in their order', async (t) => {
  const { emulator, spreadsheetId } = await workbookFor(t);
  const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1');
  t.teardown(() => socket.destroy());
  await once(socket, 'connect');
  socket.write(
    get(`/v4/spreadsheets/${spreadsheetId}?fields=properties.title`) + get('/nowhere') + get('/control/stats'),
  );
  let text = '';
  while ((text.match(/HTTP\/1\.1/g) ?? []).length < 3) text += String((await once(socket, 'data'))[0]);
  t.deepEqual(text.match(/HTTP\/1\.1 \d+/g), ['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
});

test('what is no HTTP, and a client that hangs up in the middle, end their connections only', async (t) => {
  const { emulator, send } = await workbookFor(t);
  for (const words of [
    'neither head nor tail\r\n\r\n',
    'POST /v4/spreadsheets HTTP/1.1\r\nContent-Length: 9\r\n\r\n{',
  ]) {
    const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.end(words);
    socket.resume();
    await once(socket, 'close');
  }
  t.is((await send('GET', '')).status, 200);
});

test('of calls that are under way when it closes, each is answered or cut, and it is closed once and for all', async (t) => {
  const { emulator, send } = await workbookFor(t);
  const calls = Array.from({ length: 50 }, async () =>
    send('PUT', '/values/A1?valueInputOption=RAW', { values: [['x']] }).then(
      ({ status }) => status,
      () => 'cut',
    ),
  );
  await calls[0];
  await Promise.all([emulator.close(), emulator.close()]);
  await emulator.close();
  for (const outcome of await Promise.all(calls)) t.true(outcome === 200 || outcome === 'cut');
});

test('a port that is taken is an error that names it', async (t) => {
  const { url } = await emulatorFor(t);
  const port = Number(new URL(url).port);
  await t.throwsAsync(startSheets({ port }), { code: 'EADDRINUSE', message: new RegExp(`:${port}`) });
});
