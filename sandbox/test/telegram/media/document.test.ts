import { Readable } from 'node:stream';
import { InputFile } from 'grammy';
import { Input } from 'telegraf';
import test from 'ava';
import { jpeg, png } from './pictures.ts';
import { refusalOf, startedFor, user } from './started.ts';

test('an uploaded document has a name, a type by its extension, and its size', async (t) => {
  const { grammy, lastMessage, url } = await startedFor(t);
  const bytes = Buffer.from('id;name\n1;Budi\n');
  const { document, caption } = await grammy.sendDocument(user, new InputFile(bytes, 'August shifts.csv'), {
    caption: 'All <b>shifts</b>',
    parse_mode: 'HTML',
  });
  t.like(document, { file_name: 'August shifts.csv', mime_type: 'text/csv', file_size: bytes.length });
  t.is(caption, 'All shifts');
  const shown = await lastMessage();
  t.deepEqual(shown?.document, {
    file_id: document.file_id,
    name: 'August shifts.csv',
    bytes: bytes.length,
    media_type: 'text/csv',
  });
  const contents = await fetch(`${url}/control/files/${document.file_id}`);
  t.is(await contents.text(), bytes.toString());
});

test('Telegraf sends documents of buffers and of streams', async (t) => {
  const { telegraf } = await startedFor(t);
  const ofBuffer = await telegraf.sendDocument(user, Input.fromBuffer(Buffer.from('%PDF-1.4'), 'pay.pdf'));
  t.like(ofBuffer.document, { file_name: 'pay.pdf', mime_type: 'application/pdf', file_size: 8 });
  const stream = Readable.from([Buffer.from('one '), Buffer.from('two')]);
  const ofStream = await telegraf.sendDocument(user, Input.fromReadableStream(stream, 'notes.unknown'));
  t.like(ofStream.document, { file_name: 'notes.unknown', mime_type: 'application/octet-stream', file_size: 7 });
});

test('a document sent again by its id is the same, an upload of the same bytes is another', async (t) => {
  const { grammy } = await startedFor(t);
  const upload = () => grammy.sendDocument(user, new InputFile(Buffer.from('x'), 'a.txt'));
  const { document } = await upload();
  t.deepEqual((await grammy.sendDocument(user, document.file_id)).document, document);
  t.not((await upload()).document.file_unique_id, document.file_unique_id);
});

test('a thumbnail is the uploaded one, or is made of a picture', async (t) => {
  const { grammy } = await startedFor(t);
  const given = await grammy.sendDocument(user, new InputFile(Buffer.from('x'), 'a.pdf'), {
    thumbnail: new InputFile(jpeg(200, 100), 'thumbnail.jpg'),
  });
  t.like(given.document.thumbnail, { width: 200, height: 100 });
  const made = await grammy.sendDocument(user, new InputFile(png(640, 320), 'plan.png'));
  t.like(made.document.thumbnail, { width: 320, height: 160 });
  const none = await grammy.sendDocument(user, new InputFile(Buffer.from('x'), 'a.pdf'), {
    thumbnail: new InputFile(Buffer.from('no picture'), 'thumbnail.jpg'),
  });
  t.is(none.document.thumbnail, undefined);
});

test('the caption of a document can be edited, and is never above it', async (t) => {
  const { grammy } = await startedFor(t);
  const { message_id, document } = await grammy.sendDocument(user, new InputFile(Buffer.from('x'), 'a.txt'));
  const edited = await grammy.editMessageCaption(user, message_id, { caption: 'Read', show_caption_above_media: true });
  t.like(edited, { document, caption: 'Read' });
  t.false(Object.hasOwn(Object(edited), 'show_caption_above_media'));
});

test('what is no document is refused, in the words of the server', async (t) => {
  const { grammy, refused } = await startedFor(t);
  const empty = grammy.sendDocument(user, new InputFile(Buffer.alloc(0), 'a.txt'));
  t.is(await refusalOf(empty), 'Bad Request: file must be non-empty');
  t.is(await refused('sendDocument', { chat_id: user }), '400 Bad Request: there is no document in the request');
  const toNobody = grammy.sendDocument(5, new InputFile(Buffer.from('x'), 'a.txt'));
  t.is(await refusalOf(toNobody), 'Bad Request: chat not found');
});
