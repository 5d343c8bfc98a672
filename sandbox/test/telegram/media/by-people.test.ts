import test from 'ava';
import { png } from './pictures.ts';
import { startedFor, user } from './started.ts';

const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64');

test('a photo that a person sends comes in all its sizes, with its caption', async (t) => {
  const { show, received, telegraf } = await startedFor(t);
  await received();
  await show({ photo: { base64: base64(png(640, 480)) }, caption: 'Receipt of #may' });
  const [message] = await received();
  t.like(message, {
    from: { id: user, is_bot: false },
    caption: 'Receipt of #may',
    caption_entities: [{ type: 'hashtag', offset: 11, length: 4 }],
    photo: [
      { width: 90, height: 68 },
      { width: 320, height: 240 },
      { width: 640, height: 480, file_size: png(640, 480).length },
    ],
  });
  t.is(message?.text, undefined);
  const small = message?.photo?.[0];
  t.is((await fetch(await telegraf.getFileLink(small?.file_id ?? ''))).status, 200);
});

test('a document that a person sends has the type that the app says, else that of its name', async (t) => {
  const { show, received } = await startedFor(t);
  await received();
  await show({ document: { name: 'hours.csv', base64: base64('1;2') } });
  await show({ document: { name: 'hours.csv', base64: base64('1;2'), media_type: 'text/plain' }, caption: 'Again' });
  const [first, second] = await received();
  t.like(first, { document: { file_name: 'hours.csv', mime_type: 'text/csv', file_size: 3 } });
  t.like(second, { caption: 'Again', document: { mime_type: 'text/plain' } });
});

test('what a person has sent, the bot can send on by its id', async (t) => {
  const { show, received, ok, lastMessage } = await startedFor(t);
  await received();
  await show({ document: { name: 'a.txt', base64: base64('x') } });
  const [message] = await received();
  const document = message?.document?.file_id;
  await ok('sendDocument', { chat_id: user, document });
  t.like(await lastMessage(), { from: 'bot', document: { name: 'a.txt', file_id: document ?? '' } });
});

test('a place and a contact come as they are, and an answer with what it answers', async (t) => {
  const { show, received, grammy, chat } = await startedFor(t);
  const { message_id: asked } = await grammy.sendMessage(user, 'Where are you?');
  await received();
  await show({ location: { latitude: 55.75, longitude: 37.62 }, reply_to: asked });
  await show({ contact: { phone_number: '999000002002', first_name: 'Lena', last_name: 'K.' } });
  const [place, contact] = await received();
  t.like(place, { location: { latitude: 55.75, longitude: 37.62 }, reply_to_message: { message_id: asked } });
  t.deepEqual(contact?.contact, {
    phone_number: '999000002002',
    first_name: 'Lena',
    last_name: 'K.',
    user_id: 2002,
  });
  t.like((await chat(user)).messages.at(-2), { reply_to: asked, location: { latitude: 55.75 } });
});

test('a key that asks for a contact or a place sends it, any other sends its text', async (t) => {
  const { grammy, received, control, chat } = await startedFor(t);
  const keyboard = [
    [
      { text: 'My number', request_contact: true },
      { text: 'My place', request_location: true },
    ],
    ['Later'],
  ];
  await grammy.sendMessage(user, 'Who and where?', { reply_markup: { keyboard } });
  t.deepEqual((await chat(user)).keyboard, {
    rows: [['My number', 'My place'], ['Later']],
    asks: { 'My number': 'contact', 'My place': 'location' },
  });
  await received();
  const press = (button: string, more = {}) => control('POST', 'press', { user, button, ...more });
  t.is((await press('My number')).status, 200);
  await press('My place', { location: { latitude: 1, longitude: 2 } });
  await press('Later');
  const [contact, place, text] = await received();
  t.deepEqual(contact?.contact, { phone_number: '999000001001', first_name: 'Nadia', user_id: user });
  t.deepEqual(place?.location, { latitude: 1, longitude: 2 });
  t.is(text?.text, 'Later');
  t.deepEqual(await press('Never'), {
    status: 404,
    body: {
      error: 'the chat of 1001 has no key "Never" below its input field: it has "My number", "My place", "Later"',
    },
  });
});

for (const [title, sent, error] of [
  ['nothing', {}, /^send .*one of text, photo, document, location, contact/],
  ['two things at once', { text: 'x', location: { latitude: 1, longitude: 2 } }, /one of text, photo/],
  ['a text with a caption', { text: 'x', caption: 'y' }, /only a photo or a document has a caption/],
  ['a photo that is none', { photo: { base64: base64('x') } }, /^no such file: Bad Request: IMAGE_PROCESS_FAILED/],
  ['what is no base64', { document: { name: 'a', base64: '%' } }, /document.base64: Invalid base64/],
  ['a place beyond the pole', { location: { latitude: 91, longitude: 0 } }, /location.latitude: Too big/],
] as const) {
  test(`refused: a person who sends ${title}`, async (t) => {
    const { control } = await startedFor(t);
    const reply = await control('POST', 'send', { user, ...sent });
    t.is(reply.status, 400);
    t.regex((reply.body as { error: string }).error, error);
  });
}

test('an answer to a message that is not there is refused', async (t) => {
  const { control } = await startedFor(t);
  t.deepEqual(await control('POST', 'send', { user, text: 'x', reply_to: 99 }), {
    status: 404,
    body: { error: 'the chat of 1001 has no message 99' },
  });
});
