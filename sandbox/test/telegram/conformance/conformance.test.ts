import test from 'ava';
import { createConformance } from '../../../telegram/conformance/conformance.ts';
import { loadSpecification, type Specification } from '../../../telegram/conformance/specification.ts';

const specification = loadSpecification();

/** A fact about the published Bot API; where the file is missing, the test says so and passes. */
function fact(
  title: string,
  check: (given: { conformance: ReturnType<typeof createConformance> }) => [actual: string[], expected: string[]],
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
    'sendMessage.txt: is no field of this type',
    'sendMessage.chat_id: [] is no Integer',
    'sendMessage.text: is missing',
    'sendMessage.protect_content: 1 is no Boolean',
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
    ...conformance.result('editMessageText', true),
    ...conformance.result('editMessageText', message),
    ...conformance.result('getMe', {}),
  ],
  ['getMe → result.id: is missing', 'getMe → result.is_bot: is missing', 'getMe → result.first_name: is missing'],
]);

fact('a method that does not exist is a problem', ({ conformance }) => [
  conformance.request('sendJoy', {}),
  ['sendJoy: the specification has no such method'],
]);

test('a type that the specification lacks is a problem of the specification', (t) => {
  const broken: Specification = { version: 'x', methods: { a: { returns: ['Nothing'] } }, types: {} };
  t.deepEqual(createConformance(broken).result('a', {}), ['a → result: the specification has no type Nothing']);
});
