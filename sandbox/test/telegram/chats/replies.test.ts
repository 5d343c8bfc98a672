import test, { type ExecutionContext } from 'ava';
import type { Message } from '../../../telegram/message.ts';
import { telegramFor } from '../client.ts';

const user = 1001;

async function answeringFor(t: ExecutionContext, text: string) {
  const telegram = await telegramFor(t);
  const { message_id } = await telegram.send(user, text);
  const params = (quoted: object) => ({ chat_id: user, text: 'x', reply_parameters: { message_id, ...quoted } });
  return {
    ...telegram,
    answer: (quoted: object) => telegram.ok<Message>('sendMessage', params(quoted)),
    refusedAnswer: (quoted: object) => telegram.refused('sendMessage', params(quoted)),
  };
}

test('a quote tells which part of the message is answered', async (t) => {
  const telegram = await answeringFor(t, 'Shift on Monday, shift on Friday');
  const { quote, reply_to_message: answered } = await telegram.answer({ quote: 'on Friday' });
  t.deepEqual(quote, { text: 'on Friday', position: 23, is_manual: true });
  t.is(answered?.text, 'Shift on Monday, shift on Friday');
  t.is((await telegram.chat(user)).messages.at(-1)?.quote, 'on Friday');
});

test('of several places, the nearest to the given one is quoted', async (t) => {
  const telegram = await answeringFor(t, 'on Monday, on Friday');
  t.is((await telegram.answer({ quote: 'on' })).quote?.position, 0);
  t.is((await telegram.answer({ quote: 'on', quote_position: 10 })).quote?.position, 11);
});

test('a quote keeps its styles and no links', async (t) => {
  const telegram = await answeringFor(t, 'see example.com');
  const { quote } = await telegram.answer({ quote: '*see* example.com', quote_parse_mode: 'Markdown' });
  t.deepEqual(quote?.entities, [{ type: 'bold', offset: 0, length: 3 }]);
});

test('what the message does not say cannot be quoted', async (t) => {
  const telegram = await answeringFor(t, 'hello');
  t.is(await telegram.refusedAnswer({ quote: 'bye' }), '400 Bad Request: QUOTE_TEXT_INVALID');
  t.is(await telegram.refusedAnswer({ chat_id: 5 }), '400 Bad Request: message to be replied not found');
});
