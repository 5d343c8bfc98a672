import { Bot, GrammyError, InlineKeyboard, Keyboard } from 'grammy';
import test, { type ExecutionContext } from 'ava';
import { telegramFor } from './client.ts';

const user = 1001;

/** A bot that polls the emulator until the test ends. */
async function botFor(t: ExecutionContext, set: (bot: Bot) => void) {
  const telegram = await telegramFor(t);
  const bot = new Bot(telegram.botToken, { client: { apiRoot: telegram.url } });
  set(bot);
  const errors: unknown[] = [];
  bot.catch((error) => void errors.push(error));
  const running = bot.start();
  return {
    ...telegram,
    bot,
    async stop() {
      await bot.stop();
      await running;
      t.deepEqual(errors, []);
    },
  };
}

test('a grammY bot polls, answers, edits and answers presses', async (t) => {
  const telegram = await botFor(t, (bot) => {
    const keyboard = new InlineKeyboard().text('One more', 'more').url('Docs', 'https://example.com');
    bot.command('start', (context) => context.reply(`Welcome ${context.match}`, { reply_markup: keyboard }));
    bot.callbackQuery('more', async (context) => {
      await context.answerCallbackQuery('Here');
      await context.editMessageText('<b>More</b>', { parse_mode: 'HTML' });
    });
    bot.on('message:text', (context) =>
      context.reply('?', { reply_markup: new Keyboard().text('Clock in').resized() }),
    );
  });
  await telegram.send(user, '/start p_1');
  const welcome = await telegram.sees(user, ({ text }) => text === 'Welcome p_1');
  const { callback_query_id: id } = await telegram.press(user, welcome.message_id, 'One more');
  const edited = await telegram.sees(user, ({ text }) => text === 'More');
  t.like(edited, { message_id: welcome.message_id, edited: true, entities: [{ type: 'bold' }] });
  t.like((await telegram.control('GET', `callbacks/${id}?wait=30`)).body, { answered: true, text: 'Here' });
  await telegram.send(user, 'hm');
  await telegram.sees(user, ({ text }) => text === '?');
  t.deepEqual((await telegram.chat(user)).keyboard?.rows, [['Clock in']]);
  await telegram.stop();
});

test('a bot that stops has confirmed what it handled', async (t) => {
  const telegram = await botFor(t, (bot) => bot.on('message', (context) => context.reply('heard')));
  await telegram.send(user, 'hello');
  await telegram.sees(user, ({ text }) => text === 'heard');
  await telegram.stop();
  t.deepEqual(await telegram.ok('getUpdates'), []);
});

test('grammY reads refusals and waits as it does from Telegram', async (t) => {
  const telegram = await telegramFor(t);
  const { api } = new Bot(telegram.botToken, { client: { apiRoot: telegram.url } });
  const unstarted = await t.throwsAsync(api.sendMessage(user, 'x'), { instanceOf: GrammyError });
  t.is(unstarted?.error_code, 403);
  await telegram.fault({ fault: { status: 429, retryAfter: 3 } });
  const flooded = await t.throwsAsync(api.getMe(), { instanceOf: GrammyError });
  t.is(flooded?.parameters.retry_after, 3);
});

test('a second bot with the same token ends the first with 409', async (t) => {
  const telegram = await telegramFor(t);
  const start = () => {
    const bot = new Bot(telegram.botToken, { client: { apiRoot: telegram.url } });
    bot.on('message', (context) => context.reply('heard'));
    return { bot, running: bot.start() };
  };
  const first = start();
  await telegram.send(user, '/start');
  await telegram.sees(user, ({ text }) => text === 'heard');
  const second = start();
  const error = await t.throwsAsync(first.running, { instanceOf: GrammyError });
  t.regex(error?.description ?? '', /^Conflict: terminated by other getUpdates request/);
  await second.bot.stop();
  await second.running;
});
