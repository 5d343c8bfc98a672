import { Api, InputFile } from 'grammy';
import test, { type ExecutionContext } from 'ava';
import type { Message } from '../../telegram/message.ts';
import { telegramFor } from './client.ts';

const user = 1001;

/** The head of a PNG is all that the emulator looks at. */
function png(width: number, height: number, extraBytes = 0): Buffer {
  const head = Buffer.alloc(33 + extraBytes);
  head.write('\x89PNG\r\n\x1a\n', 'latin1');
  head.write('IHDR', 12, 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

async function startedFor(t: ExecutionContext) {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  const api = new Api(telegram.botToken, { apiRoot: telegram.url });
  const upload = (bytes: Buffer) => api.sendPhoto(user, new InputFile(bytes, 'a b.png'));
  return { ...telegram, grammy: api, upload };
}

test('an uploaded photo is shown with its caption, and can be fetched', async (t) => {
  const { url, grammy, chat } = await startedFor(t);
  const bytes = png(320, 200);
  const message = await grammy.sendPhoto(user, new InputFile(bytes, 'qr.png'), {
    caption: 'Pay <b>now</b>',
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: 'Paid', callback_data: 'paid' }]] },
  });
  t.like(message.photo[0], { width: 320, height: 200, file_size: bytes.length });
  const shown = (await chat(user)).messages.at(-1);
  t.like(shown, {
    caption: 'Pay now',
    entities: [{ type: 'bold', offset: 4, length: 3 }],
    buttons: [[{ data: 'paid' }]],
  });
  const picture = await fetch(`${url}${shown?.photo?.path}`);
  t.is(picture.headers.get('content-type'), 'image/png');
  t.deepEqual(Buffer.from(await picture.arrayBuffer()), bytes);
});

test('a photo can be sent again by its file id, as the same file', async (t) => {
  const telegram = await startedFor(t);
  const first = await telegram.upload(png(10, 10));
  const again = await telegram.ok<Message>('sendPhoto', { chat_id: user, photo: first.photo[0]?.file_id });
  t.deepEqual(again.photo, first.photo);
});

test('a caption can be edited and taken away, and the photo stays', async (t) => {
  const telegram = await startedFor(t);
  const { message_id, photo } = await telegram.upload(png(10, 10));
  const edited = await telegram.ok<Message>('editMessageCaption', { chat_id: user, message_id, caption: 'Paid' });
  t.like(edited, { caption: 'Paid', photo });
  const bare = await telegram.ok<Message>('editMessageCaption', { chat_id: user, message_id });
  t.is(bare.caption, undefined);
  t.is(
    await telegram.refused('editMessageText', { chat_id: user, message_id, text: 'x' }),
    '400 Bad Request: there is no text in the message to edit',
  );
});

test('what is no photo is refused', async (t) => {
  const { upload, refused } = await startedFor(t);
  await t.throwsAsync(upload(Buffer.from('no picture')), { message: /400: Bad Request: IMAGE_PROCESS_FAILED/ });
  await t.throwsAsync(upload(Buffer.alloc(0)), { message: /400: Bad Request: file must be non-empty/ });
  await t.throwsAsync(upload(png(9000, 1001)), { message: /400: Bad Request: PHOTO_INVALID_DIMENSIONS/ });
  await t.throwsAsync(upload(png(21, 1)), { message: /400: Bad Request: PHOTO_INVALID_DIMENSIONS/ });
  await t.throwsAsync(upload(png(10, 10, 10 << 20)), {
    message: /400: Bad Request: file of size 10485793 bytes is too big for a photo; the maximum size is 10485760 bytes/,
  });
  t.is(await refused('sendPhoto', { chat_id: user }), '400 Bad Request: there is no photo in the request');
  t.is(
    await refused('sendPhoto', { chat_id: user, photo: 'unknown' }),
    '400 Bad Request: wrong file identifier/HTTP URL specified',
  );
  t.is(
    await refused('sendPhoto', { chat_id: user, photo: 'https://example.com/a.png' }),
    '400 Bad Request: failed to get HTTP URL content',
  );
  t.is(
    await refused('sendPhoto', { chat_id: user, photo: 'x', caption: 'x'.repeat(1025) }),
    '400 Bad Request: message caption is too long',
  );
});
