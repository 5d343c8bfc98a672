import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api, InputFile } from 'grammy';
import test from 'ava';
import { startTelegram } from '../../../../telegram/emulator.ts';
import { clientOf } from '../../client.ts';
import { png } from '../pictures.ts';

test('files survive a restart under their ids, and their bytes are written once, beside the state', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'telegram-'));
  t.teardown(() => rm(folder, { recursive: true }));
  const dataFile = join(folder, 'telegram.json');
  const bytes = Buffer.concat([png(400, 300), Buffer.alloc(100_000, 7)]);

  const before = await startTelegram({ port: 0, dataFile });
  await clientOf(before).send(1001, '/start');
  const api = new Api(before.botToken, { apiRoot: before.url });
  const { document } = await api.sendDocument(1001, new InputFile(bytes, 'plan.png'));
  const { photo } = await api.sendPhoto(1001, new InputFile(bytes, 'plan.png'));
  await api.sendDocument(1001, new InputFile(bytes, 'plan.png'));
  await before.close();
  t.is((await readdir(`${dataFile}.files`)).length, 1);
  t.true((await readFile(dataFile)).length < 20_000);

  const after = await startTelegram({ port: 0, dataFile });
  t.teardown(after.close);
  const later = new Api(after.botToken, { apiRoot: after.url });
  t.deepEqual((await later.sendDocument(1001, document.file_id)).document, document);
  t.deepEqual((await later.sendPhoto(1001, photo[0]?.file_id ?? '')).photo, photo);
  const { file_path: path } = await later.getFile(document.file_id);
  const answer = await fetch(`${after.url}/file/bot${after.botToken}/${path}`);
  t.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes);
});
