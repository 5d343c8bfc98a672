import { InputFile } from 'grammy';
import test from 'ava';
import { png } from '../pictures.ts';
import { refusalOf, startedFor, user } from '../started.ts';

test('Telegraf finds the link to a file, and what is there is what was sent', async (t) => {
  const { telegraf, grammy } = await startedFor(t);
  const bytes = png(100, 100, 50);
  const { photo } = await grammy.sendPhoto(user, new InputFile(bytes, 'a.png'));
  for (const { file_id: fileId, file_size: size } of photo) {
    const link = await telegraf.getFileLink(fileId);
    t.regex(link.pathname, /^\/file\/bot[^/]+\/photos\/file_\d+\.jpg$/);
    const answer = await fetch(link);
    t.is(answer.headers.get('content-type'), 'application/octet-stream');
    const downloaded = Buffer.from(await answer.arrayBuffer());
    t.deepEqual(downloaded, bytes);
    t.is(size, downloaded.length);
  }
});

test('the path of a file stays the same, and tells nothing of its name but the extension', async (t) => {
  const { grammy } = await startedFor(t);
  const { document } = await grammy.sendDocument(user, new InputFile(Buffer.from('x'), 'Salaries.CSV'));
  const { file_id, file_unique_id, file_size } = document;
  const file = await grammy.getFile(file_id);
  t.deepEqual(file, { file_id, file_unique_id, file_size, file_path: 'documents/file_1.csv' });
  t.deepEqual(await grammy.getFile(file_id), file);
});

test('a file of more than 20 MB can be sent, but not downloaded', async (t) => {
  const { grammy, api } = await startedFor(t, { settings: { downloadBytes: 1000 } });
  const upload = async (size: number) => {
    const { document } = await grammy.sendDocument(user, new InputFile(Buffer.alloc(size, 1), 'a.bin'));
    return document.file_id;
  };
  t.is((await grammy.getFile(await upload(1000))).file_size, 1000);
  t.is(await refusalOf(grammy.getFile(await upload(1001))), 'Bad Request: file is too big');
  t.is((await fetch(`${api.replace('/bot', '/file/bot')}/documents/file_2.bin`)).status, 404);
});

test('what is not there is not found, and another token finds nothing at all', async (t) => {
  const { url, api, refused } = await startedFor(t);
  const missing = await fetch(`${api.replace('/bot', '/file/bot')}/photos/file_0.jpg`);
  t.deepEqual([missing.status, await missing.json()], [404, { ok: false, error_code: 404, description: 'Not Found' }]);
  const foreign = await fetch(`${url}/file/bot1:x/photos/file_0.jpg`);
  t.is(foreign.status, 401);
  t.is(await refused('getFile'), '400 Bad Request: file_id not specified');
});

test('nobody has a profile photo', async (t) => {
  const { ok, refused } = await startedFor(t);
  t.deepEqual(await ok('getUserProfilePhotos', { user_id: user }), { total_count: 0, photos: [] });
  t.is(await refused('getUserProfilePhotos', { user_id: 0 }), '400 Bad Request: invalid user_id specified');
  t.is(await refused('getUserProfilePhotos', { user_id: 5 }), '400 Bad Request: user not found');
});
