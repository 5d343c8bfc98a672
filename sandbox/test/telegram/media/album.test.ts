import { InputFile, InputMediaBuilder } from 'grammy';
import { Input } from 'telegraf';
import test from 'ava';
import { png } from './pictures.ts';
import { refusalOf, startedFor, user } from './started.ts';

const photoOf = (side: number) => new InputFile(png(side, side), `${side}.png`);
const textOf = (name: string) => new InputFile(Buffer.from(name), name);

/** The libraries' types leave the field out, though it is there. */
const albumIdOf = (message: unknown): unknown => Object(message).media_group_id;

test('an album is one message for each photo, held together by the id of the album', async (t) => {
  const { grammy, chat } = await startedFor(t);
  const sent = await grammy.sendMediaGroup(user, [
    InputMediaBuilder.photo(photoOf(10), { caption: 'Front <i>door</i>', parse_mode: 'HTML' }),
    InputMediaBuilder.photo(photoOf(11), { has_spoiler: true }),
    InputMediaBuilder.photo(photoOf(12)),
  ]);
  const [first, second, third] = sent;
  t.like(first, { caption: 'Front door', caption_entities: [{ type: 'italic', offset: 6, length: 4 }] });
  t.like(second, { message_id: (first?.message_id ?? 0) + 1, has_media_spoiler: true });
  t.like(third, { message_id: (first?.message_id ?? 0) + 2 });
  t.regex(String(albumIdOf(first)), /^\d{17}$/);
  const shown = (await chat(user)).messages.slice(-3);
  t.deepEqual(new Set([...sent.map(albumIdOf), ...shown.map(({ album }) => album)]).size, 1);
  t.deepEqual(
    shown.map(({ photo }) => photo?.width),
    [10, 11, 12],
  );
});

test('two albums are two', async (t) => {
  const { grammy } = await startedFor(t);
  const send = () =>
    grammy.sendMediaGroup(user, [InputMediaBuilder.photo(photoOf(10)), InputMediaBuilder.photo(photoOf(11))]);
  const [one, other] = [await send(), await send()];
  t.not(albumIdOf(one[0]), albumIdOf(other[0]));
});

test('Telegraf sends an album of documents, one by its id and one as a buffer', async (t) => {
  const { telegraf, grammy } = await startedFor(t);
  const { document } = await grammy.sendDocument(user, textOf('may.pdf'));
  const sent = await telegraf.sendMediaGroup(user, [
    { type: 'document', media: document.file_id },
    { type: 'document', media: Input.fromBuffer(Buffer.from('June'), 'june.pdf'), caption: 'Both' },
  ]);
  t.deepEqual(
    sent.map((message) => ('document' in message ? message.document.file_name : undefined)),
    ['may.pdf', 'june.pdf'],
  );
});

test('every message of an album answers the message that it was sent in answer to', async (t) => {
  const { grammy, send } = await startedFor(t);
  const { message_id } = await send(user, 'The pay slips?');
  const album = [InputMediaBuilder.photo(photoOf(10)), InputMediaBuilder.photo(photoOf(11))];
  const sent = await grammy.sendMediaGroup(user, album, { reply_parameters: { message_id } });
  t.true(sent.every(({ reply_to_message: answered }) => answered?.message_id === message_id));
});

test('an album of one is a message like any other', async (t) => {
  const { grammy } = await startedFor(t, { conformance: { requests: 'none' } });
  const [alone] = await grammy.sendMediaGroup(user, [InputMediaBuilder.photo(photoOf(10))]);
  t.is(albumIdOf(alone), undefined);
});

test('an album is refused as a whole', async (t) => {
  const { grammy, chat, refused } = await startedFor(t);
  const photos = (count: number) => Array.from({ length: count }, () => InputMediaBuilder.photo(photoOf(10)));
  const album = (media: Parameters<typeof grammy.sendMediaGroup>[1]) => refusalOf(grammy.sendMediaGroup(user, media));
  t.is(await album(photos(11)), 'Bad Request: too many messages to send as an album');
  const { document } = await grammy.sendDocument(user, textOf('a.txt'));
  const { photo } = await grammy.sendPhoto(user, photoOf(10));
  const mixed = [
    { type: 'photo', media: photo[0]?.file_id },
    { type: 'document', media: document.file_id },
  ];
  t.is(
    await refused('sendMediaGroup', { chat_id: user, media: mixed }),
    "400 Bad Request: document can't be mixed with other media types",
  );
  t.is(
    await album([
      InputMediaBuilder.photo(photoOf(10)),
      InputMediaBuilder.photo(photoOf(10), { show_caption_above_media: true }),
    ]),
    'Bad Request: parameter show_caption_above_media must be the same for all messages',
  );
  t.is(
    await album([
      InputMediaBuilder.photo(photoOf(10)),
      InputMediaBuilder.photo(new InputFile(Buffer.from('x'), 'a.png')),
    ]),
    'Bad Request: IMAGE_PROCESS_FAILED',
  );
  t.is(
    await album([InputMediaBuilder.photo(photoOf(10), { caption: 'x'.repeat(1025) })]),
    'Bad Request: message caption is too long',
  );
  t.is((await chat(user)).messages.length, 3);
});

for (const [title, media, complaint] of [
  ['no media', undefined, 'parameter "media" is required'],
  ['what is no JSON', '[', "can't parse media JSON object"],
  ['no list', { type: 'photo' }, 'expected an Array of InputMedia'],
  ['an empty list', [], 'there are no messages to send'],
  ['a text in the list', ['x'], "can't parse InputMedia: expected an Object"],
  ['no type', [{ media: 'x' }], `can't parse InputMedia: Can't find field "type"`],
  ['no file', [{ type: 'photo' }], "can't parse InputMedia: media not found"],
  ['an upload that is not there', [{ type: 'photo', media: 'attach://x' }], "can't parse InputMedia: media not found"],
  ['a type that is none', [{ type: 'text', media: 'x' }], `can't parse InputMedia: type "text" is unsupported`],
  [
    'a type that is not emulated',
    [{ type: 'video', media: 'x' }],
    `can't parse InputMedia: this emulator has no media of type "video"`,
  ],
  [
    'a caption in broken HTML',
    [{ type: 'photo', media: 'x', caption: '<b>', parse_mode: 'HTML' }],
    `can't parse InputMedia: Can't parse entities: Can't find end tag corresponding to start tag "b"`,
  ],
] as const) {
  test(`refused: an album of ${title}`, async (t) => {
    const { refused } = await startedFor(t);
    t.is(await refused('sendMediaGroup', { chat_id: user, media }), `400 Bad Request: ${complaint}`);
  });
}

test('the media of an album can be replaced by their like only', async (t) => {
  const { grammy } = await startedFor(t);
  const [first] = await grammy.sendMediaGroup(user, [
    InputMediaBuilder.photo(photoOf(10)),
    InputMediaBuilder.photo(photoOf(11)),
  ]);
  const id = first?.message_id ?? 0;
  t.is(
    await refusalOf(grammy.editMessageMedia(user, id, InputMediaBuilder.document(textOf('a.txt')))),
    "Bad Request: can't change media type in the album",
  );
  const edited = await grammy.editMessageMedia(user, id, InputMediaBuilder.photo(photoOf(20)));
  t.is(albumIdOf(edited), albumIdOf(first));
});
