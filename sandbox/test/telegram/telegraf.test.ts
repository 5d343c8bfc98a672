import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { Telegraf } from 'telegraf';
import { telegramFor, type TestTelegram } from './client.ts';

const user = 1001;
const tea = {
  title: 'Tea',
  description: 'A cup of tea',
  payload: 'order:7',
  provider_token: '',
  currency: 'XTR',
  prices: [{ label: 'Tea', amount: 25 }],
};

/** A bot as one writes it with Telegraf: commands, a button, an invoice. */
function shopBot({ url, botToken }: TestTelegram): Telegraf {
  const bot = new Telegraf(botToken, { telegram: { apiRoot: url } });
  // Telegraf's own Markup sends a field that the Bot API does not have.
  const reply_markup = { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] };
  bot.start((context) => context.replyWithMarkdownV2('*Hello*', { reply_markup }));
  bot.command('tea', (context) => context.replyWithInvoice(tea));
  bot.action('more', async (context) => {
    await context.answerCbQuery('Here');
    await context.editMessageText('<b>More</b>', { parse_mode: 'HTML' });
  });
  bot.on('pre_checkout_query', (context) => context.answerPreCheckoutQuery(true));
  bot.on('successful_payment', (context) => context.reply(`Paid ${context.message.successful_payment.total_amount}`));
  return bot;
}

async function buy(t: ExecutionContext, telegram: TestTelegram): Promise<void> {
  await telegram.send(user, '/start');
  const hello = await telegram.sees(user, ({ text }) => text === 'Hello');
  t.like(hello, { entities: [{ type: 'bold', offset: 0, length: 5 }] });
  const { callback_query_id: id } = await telegram.press(user, hello.message_id, 'More');
  await telegram.sees(user, ({ text, edited }) => text === 'More' && edited === true);
  t.like((await telegram.control('GET', `callbacks/${id}?wait=30`)).body, { answered: true, text: 'Here' });
  await telegram.send(user, '/tea');
  const invoice = await telegram.sees(user, (message) => message.invoice !== undefined);
  await telegram.control('POST', 'pay', { user, message_id: invoice.message_id });
  await telegram.sees(user, ({ text }) => text === 'Paid 25');
}

test('a Telegraf bot sells by long polling', async (t) => {
  const telegram = await telegramFor(t);
  const bot = shopBot(telegram);
  await bot.telegram.setMyCommands([{ command: 'tea', description: 'A cup of tea' }]);
  const running = bot.launch();
  await buy(t, telegram);
  t.deepEqual((await telegram.control('GET', `menu/${user}`)).body, {
    commands: [{ command: 'tea', description: 'A cup of tea' }],
    button: { type: 'commands' },
  });
  bot.stop();
  await running;
});

test('a Telegraf bot sells by a webhook', async (t) => {
  const telegram = await telegramFor(t);
  const bot = shopBot(telegram);
  const receive = bot.webhookCallback('/hook', { secretToken: 'a-secret_1' });
  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  await bot.telegram.setWebhook(`http://127.0.0.1:${port}/hook`, { secret_token: 'a-secret_1' });
  await buy(t, telegram);
});
