import { Api, InputFile } from 'grammy';
import test, { type ExecutionContext } from 'ava';
import type { Message } from '../../../telegram/message.ts';
import { telegramFor } from '../client.ts';
import { jpeg, otherPictures, png } from './pictures.ts';

const user = 1001;

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
  t.like(message.photo.at(-1), { width: 320, height: 200, file_size: bytes.length });
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

for (const [title, original, expected] of [
  ['a small photo has one size', png(50, 20), [[50, 20]]],
  [
    'a photo has a size in each box that is smaller than it',
    jpeg(1000, 500),
    [
      [90, 45],
      [320, 160],
      [800, 400],
      [1000, 500],
    ],
  ],
  [
    'a large photo is shown at 1280 at most',
    png(6000, 3000),
    [
      [90, 45],
      [320, 160],
      [800, 400],
      [1280, 640],
    ],
  ],
  [
    'no side of a size is less than one',
    png(1280, 64),
    [
      [90, 5],
      [320, 16],
      [800, 40],
      [1280, 64],
    ],
  ],
] as const) {
  test(title, async (t) => {
    const { upload } = await startedFor(t);
    const { photo } = await upload(original);
    t.deepEqual(
      photo.map(({ width, height }) => [width, height]),
      expected.map((size) => [...size]),
    );
    t.is(new Set(photo.map(({ file_id }) => file_id)).size, photo.length);
    t.is(new Set(photo.map(({ file_unique_id }) => file_unique_id)).size, photo.length);
  });
}

test('a photo can be sent again by the id of any of its sizes', async (t) => {
  const telegram = await startedFor(t);
  const first = await telegram.upload(png(400, 400));
  for (const { file_id: photo } of first.photo) {
    const again = await telegram.ok<Message>('sendPhoto', { chat_id: user, photo });
    t.deepEqual(again.photo, first.photo);
  }
});

test('the same picture is the same photo at the same place, another one is not', async (t) => {
  const { upload, grammy } = await startedFor(t);
  const first = await upload(png(10, 10));
  const fileId = first.photo[0]?.file_id ?? '';
  const file = await grammy.getFile(fileId);
  t.deepEqual((await upload(png(10, 10))).photo, first.photo);
  t.deepEqual(await grammy.getFile(fileId), file);
  t.notDeepEqual((await upload(png(10, 11))).photo, first.photo);
});

test('a caption can be edited and taken away, and the photo stays', async (t) => {
  const telegram = await startedFor(t);
  const { message_id, photo } = await telegram.upload(png(10, 10));
  const edited = await telegram.ok<Message>('editMessageCaption', {
    chat_id: user,
    message_id,
    caption: 'Paid',
    show_caption_above_media: true,
  });
  t.like(edited, { caption: 'Paid', photo, show_caption_above_media: true });
  const bare = await telegram.ok<Message>('editMessageCaption', { chat_id: user, message_id });
  t.is(bare.caption, undefined);
  t.is(bare.show_caption_above_media, undefined);
  t.is(
    await telegram.refused('editMessageText', { chat_id: user, message_id, text: 'x' }),
    '400 Bad Request: there is no text in the message to edit',
  );
});

test('what is no photo is refused', async (t) => {
  const { upload, refused, chat } = await startedFor(t);
  await t.throwsAsync(upload(Buffer.from('no picture')), { message: /400: Bad Request: IMAGE_PROCESS_FAILED/ });
  await t.throwsAsync(upload(png(10, 0)), { message: /400: Bad Request: IMAGE_PROCESS_FAILED/ });
  await t.throwsAsync(upload(Buffer.alloc(0)), { message: /400: Bad Request: file must be non-empty/ });
  await t.throwsAsync(upload(png(9000, 1001)), { message: /400: Bad Request: PHOTO_INVALID_DIMENSIONS/ });
  await t.throwsAsync(upload(png(21, 1)), { message: /400: Bad Request: PHOTO_INVALID_DIMENSIONS/ });
  await t.throwsAsync(upload(png(10, 10, 10 << 20)), {
    message: /400: Bad Request: file of size 10485793 bytes is too big for a photo; the maximum size is 10485760 bytes/,
  });
  t.is(await refused('sendPhoto', { chat_id: user }), '400 Bad Request: there is no photo in the request');
  t.is(
    await refused('sendPhoto', { chat_id: user, photo: 'attach://nothing' }),
    '400 Bad Request: there is no photo in the request',
  );
  t.is((await chat(user)).messages.length, 1);
});

test('a picture of any kind is a photo', async (t) => {
  const { upload } = await startedFor(t);
  for (const [kind, picture] of Object.entries(otherPictures)) {
    t.like((await upload(picture)).photo.at(-1), { width: 7, height: 5 }, kind);
  }
});
