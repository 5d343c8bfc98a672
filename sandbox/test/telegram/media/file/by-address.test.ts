import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import type { Message } from '../../../../telegram/message.ts';
import { png } from '../pictures.ts';
import { startedFor, user } from '../started.ts';

const unreachable = 'Bad Request: failed to get HTTP URL content';

/** A web server on this machine, until the test ends. Gives its address. */
async function siteFor(t: ExecutionContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => new Promise((resolve) => server.close(() => resolve(undefined))));
  t.teardown(() => server.closeAllConnections());
  // A TCP server has an address with a port.
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering =
  (mediaType: string, body: Buffer | string) => (_: unknown, response: Parameters<RequestListener>[1]) =>
    response.writeHead(200, { 'content-type': mediaType }).end(body);

test('a photo is fetched from an address on this machine, with a protocol or without', async (t) => {
  const { ok } = await startedFor(t);
  const site = await siteFor(t, answering('image/png', png(100, 50)));
  for (const photo of [`http://${site}/a.png`, `${site}/a.png?size=full`]) {
    const sent = await ok<Message>('sendPhoto', { chat_id: user, photo });
    t.like(sent.photo?.at(-1), { width: 100, height: 50 });
  }
});

test('a document is fetched under the last name of its address, where it is of a kind that Telegram fetches', async (t) => {
  const { ok, refused } = await startedFor(t);
  const site = await siteFor(t, answering('application/pdf; charset=binary', '%PDF-1.4'));
  const sent = await ok<Message>('sendDocument', {
    chat_id: user,
    document: `http://${site}/pay%20slips/May%202026.pdf`,
  });
  t.like(sent.document, { file_name: 'May 2026.pdf', mime_type: 'application/pdf', file_size: 8 });
  const page = await siteFor(t, answering('text/html', '<p>'));
  t.is(
    await refused('sendDocument', { chat_id: user, document: `http://${page}/` }),
    '400 Bad Request: wrong type of the web page content',
  );
});

test('a photo at an address is refused when it is too large or no picture', async (t) => {
  const { refused } = await startedFor(t, { settings: { photoUrlBytes: 100 } });
  const large = await siteFor(t, answering('image/png', png(10, 10, 100)));
  t.is(await refused('sendPhoto', { chat_id: user, photo: `http://${large}/a.png` }), `400 ${unreachable}`);
  const page = await siteFor(t, answering('text/html', '<p>'));
  t.is(
    await refused('sendPhoto', { chat_id: user, photo: `http://${page}/a.png` }),
    '400 Bad Request: wrong type of the web page content',
  );
});

test('nothing beyond this machine is asked for', async (t) => {
  const { refused } = await startedFor(t);
  const site = await siteFor(t, answering('image/png', png(10, 10)));
  // The last one would be answered, if it were asked.
  for (const address of ['https://example.com/a.png', 'photo.png', `${site.replace('127.0.0.1', '0.0.0.0')}/a.png`]) {
    t.is(await refused('sendPhoto', { chat_id: user, photo: address }), `400 ${unreachable}`);
  }
  t.is(
    await refused('sendPhoto', { chat_id: user, photo: 'ftp://example.com/a.png' }),
    '400 Bad Request: invalid file HTTP URL specified: Unsupported URL protocol',
  );
});

test('a redirection is not followed, and a site that is closed gives nothing', async (t) => {
  const { refused } = await startedFor(t);
  const target = await siteFor(t, answering('image/png', png(10, 10)));
  const site = await siteFor(t, (_, response) => response.writeHead(302, { location: `http://${target}/` }).end());
  for (const photo of [`http://${site}/`, 'http://127.0.0.1:1/a.png']) {
    t.is(await refused('sendPhoto', { chat_id: user, photo }), `400 ${unreachable}`);
  }
});
