import test from 'ava';
import { createConformance } from '../../../telegram/conformance/conformance.ts';
import { loadSpecification, type Specification } from '../../../telegram/conformance/specification.ts';

const specification = loadSpecification();

/** A fact about the published Bot API; where the file is missing, the test says so and passes. */
function fact(
  title: string,
  check: (given: {
    conformance: ReturnType<typeof createConformance>;
  }) => [actual: readonly string[], expected: string[]],
) {
  test(title, (t) => {
    if (!specification) {
      t.log('skipped: bot-api.json is not in ../shared/telegram beside the checkout');
      t.pass();
      return;
    }
    const [actual, expected] = check({ conformance: createConformance(specification) });
    t.deepEqual(actual, expected);
  });
}

const chat = { id: 1, type: 'private', first_name: 'Ana' };
const from = { id: 1, is_bot: false, first_name: 'Ana' };
const message = { message_id: 1, date: 1, chat, from, text: 'x' };

fact('the published version is the one that the emulator was written for', () => [
  [specification?.version ?? ''],
  ['Bot API 10.1'],
]);

fact('a good request has no problems', ({ conformance }) => [
  conformance.request('sendMessage', {
    chat_id: 1,
    text: 'x',
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] },
  }),
  [],
]);

fact('what is missing, unknown or of another type is named with its place', ({ conformance }) => [
  conformance.request('sendMessage', { chat_id: [], txt: 'x', protect_content: 1 }),
  [
    'sendMessage.chat_id: [] is no Integer',
    'sendMessage.txt: is no field of this type',
    'sendMessage.protect_content: 1 is no Boolean',
    'sendMessage.text: is missing',
  ],
]);

fact('the values of a form are read by their declared types', ({ conformance }) => [
  conformance.request('sendMessage', {
    chat_id: '1',
    text: '[1]',
    protect_content: 'true',
    reply_markup: '{"remove_keyboard":true}',
  }),
  [],
]);

fact('an upload is no parameter of its own', ({ conformance }) => [
  conformance.request('sendPhoto', { chat_id: 1, photo: 'attach://abc', abc: { file: 'a.png', bytes: 10 } }),
  [],
]);

const withData = (callback_data: string) => ({
  chat_id: 1,
  text: 'x',
  reply_markup: { inline_keyboard: [[{ text: 'a', callback_data }]] },
});

fact('limits in the prose hold: 64 bytes of callback data', ({ conformance }) => [
  ['é'.repeat(32), 'é'.repeat(33)].flatMap((data) => conformance.request('sendMessage', withData(data))),
  ['sendMessage.reply_markup.inline_keyboard[0][0].callback_data: 66 bytes, not 1 to 64'],
]);

fact('a variant of a union is chosen by what tells it apart', ({ conformance }) => [
  conformance.request('setMyCommands', { commands: [], scope: { type: 'chat' } }),
  ['setMyCommands.scope.chat_id: is missing'],
]);

const queryAbout = (about: object) => ({
  update_id: 1,
  callback_query: { id: '1', from, chat_instance: '1', message: about },
});

fact('a message that is out of reach is told by its date', ({ conformance }) => [
  [
    { chat, message_id: 1, date: 0 },
    { ...message, date: '1' },
  ].flatMap((about) => conformance.update(queryAbout(about))),
  ['update.callback_query.message.date: "1" is no Integer'],
]);

fact('an unknown field or entity in an update is a problem', ({ conformance }) => [
  conformance
    .update({
      update_id: 1,
      message: { ...message, colour: 'red', entities: [{ type: 'shout', offset: 0, length: 1 }] },
    })
    .map((problem) => problem.replace(/ is none of .*/, ' is none of those')),
  ['update.message.colour: is no field of this type', 'update.message.entities[0].type: "shout" is none of those'],
]);

fact('a result is held against what the method returns', ({ conformance }) => [
  [
    ...conformance.answer('editMessageText', { ok: true, result: true }),
    ...conformance.answer('editMessageText', { ok: true, result: message }),
    ...conformance.answer('getMe', { ok: true, result: {} }),
  ],
  ['getMe → result.id: is missing', 'getMe → result.is_bot: is missing', 'getMe → result.first_name: is missing'],
]);

fact('a method that does not exist is a problem', ({ conformance }) => [
  conformance.request('sendJoy', {}),
  ['sendJoy: the specification has no such method'],
]);

fact('the keyboard that was meant is told by its fields, however much is wrong in it', ({ conformance }) => [
  conformance.request('sendMessage', {
    chat_id: 1,
    text: 'x',
    reply_markup: { inline_keyboard: [[{ text: 1, callback_data: 1 }, { colour: 'red' }]] },
  }),
  [
    'sendMessage.reply_markup.inline_keyboard[0][0].text: 1 is no String',
    'sendMessage.reply_markup.inline_keyboard[0][0].callback_data: 1 is no String',
    'sendMessage.reply_markup.inline_keyboard[0][1].colour: is no field of this type',
    'sendMessage.reply_markup.inline_keyboard[0][1].text: is missing',
    'sendMessage.reply_markup.inline_keyboard[0][1]: exactly one field says what it is, not none',
  ],
]);

const withButton = (button: object) => ({ chat_id: 1, text: 'x', reply_markup: { inline_keyboard: [[button]] } });

fact('an inline button does exactly one thing, in a style that there is', ({ conformance }) => [
  [
    ...conformance.request('sendMessage', withButton({ text: 'a', url: 'https://a.example', callback_data: 'a' })),
    ...conformance.request('sendMessage', withButton({ text: 'a', callback_data: 'a', style: 'loud' })),
  ],
  [
    'sendMessage.reply_markup.inline_keyboard[0][0]: exactly one field says what it is, not url and callback_data',
    'sendMessage.reply_markup.inline_keyboard[0][0].style: "loud" is none of danger, success, primary',
  ],
]);

fact('an update is of one kind', ({ conformance }) => [
  conformance.update({ update_id: 1, message, edited_message: message }),
  ['update: at most one field says what it is, not message and edited_message'],
]);

const album = (...files: string[]) =>
  JSON.stringify(files.map((media, index) => ({ type: index === 0 ? 'photo' : 'video', media })));

fact('an album in a form: two to ten items, and each upload that it names is there', ({ conformance }) => [
  [
    ...conformance.request('sendMediaGroup', { chat_id: '1', media: album('attach://a', 'id'), a: { file: 'a.png' } }),
    ...conformance.request('sendMediaGroup', { chat_id: '1', media: album('attach://a') }),
  ],
  ['sendMediaGroup: attach://a names no upload', 'sendMediaGroup.media: 1 items, not 2 to 10'],
]);

fact('a file is an upload, or the text that names one', ({ conformance }) => [
  [
    ...conformance.request('sendPhoto', { chat_id: 1, photo: { file: 'a.png', bytes: 10 } }),
    ...conformance.request('sendPhoto', { chat_id: 1, photo: 'AgAC' }),
    ...conformance.request('sendPhoto', { chat_id: 1, photo: 'attach://a' }),
    ...conformance.request('setWebhook', { url: 'https://a.example', certificate: 'AgAC' }),
  ],
  ['sendPhoto: attach://a names no upload', 'setWebhook.certificate: "AgAC" is no InputFile'],
]);

fact('where a message was forwarded from is one of four kinds', ({ conformance }) => [
  [
    { type: 'user', date: 1, sender_user: from },
    { type: 'user', date: 1 },
    { type: 'nobody', date: 1 },
  ].flatMap((origin) => conformance.update({ update_id: 1, message: { ...message, forward_origin: origin } })),
  [
    'update.message.forward_origin.sender_user: is missing',
    'update.message.forward_origin.type: "nobody" is none of user',
    'update.message.forward_origin.sender_user: is missing',
  ],
]);

fact('a number has its bounds, a list its length', ({ conformance }) => [
  [
    ...conformance.request('getUpdates', { limit: 101 }),
    ...conformance.request('deleteMessages', { chat_id: 1, message_ids: [] }),
  ],
  ['getUpdates.limit: 101 is not 1 to 100', 'deleteMessages.message_ids: 0 items, not 1 to 100'],
]);

fact('a refusal has a code and a description, and says when to come again', ({ conformance }) => [
  [
    { ok: false, error_code: 429, description: 'x', parameters: { retry_after: 3 } },
    { ok: false, error_code: 429, description: 'x', parameters: { retry_after: '3' } },
    { ok: false, error_code: '400' },
    { ok: 1 },
    [],
  ].flatMap((body) => conformance.answer(undefined, body)),
  [
    'a refusal → parameters.retry_after: "3" is no Integer',
    'a refusal → description: is missing',
    'a refusal → error_code: "400" does not belong there',
    'a refusal → ok: 1 is no Boolean',
    'a refusal → [] is no object',
  ],
]);

fact('what was no call has no result', ({ conformance }) => [
  conformance.answer(undefined, { ok: true, result: true }),
  ['a refusal → result: nothing is to be had'],
]);

test('a type that the specification lacks is a problem of the specification', (t) => {
  const broken: Specification = { version: 'x', methods: { a: { returns: ['Nothing'] } }, types: {} };
  t.deepEqual(createConformance(broken).answer('a', { ok: true, result: {} }), [
    'a → result: the specification has no type Nothing',
  ]);
});
