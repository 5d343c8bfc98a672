import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test, { type ExecutionContext } from 'ava';
import type { Message } from '../../../telegram/message.ts';
import { telegramFor, type Params } from '../client.ts';

const user = 3001;
const tea = {
  title: 'Tea',
  description: 'A cup of tea',
  payload: 'order:7',
  currency: 'XTR',
  prices: [{ label: 'Tea', amount: 25 }],
};

async function shopFor(t: ExecutionContext) {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  await telegram.send(user, '/start');
  const offer = () => telegram.ok<Message>('sendInvoice', { chat_id: user, ...tea });
  const pay = async (what: object) => {
    const reply = await telegram.control('POST', 'pay', { user, ...what });
    return reply.body as { pre_checkout_query_id: string };
  };
  const payment = async (id: string, query = '') => (await telegram.control('GET', `payments/${id}${query}`)).body;
  const latest = async () => (await telegram.ok<object[]>('getUpdates', { offset: -1 }))[0];
  const answer = (id: string, said: object) =>
    telegram.refused('answerPreCheckoutQuery', { pre_checkout_query_id: id, ...said });

  /** A person pays for tea, and the bot lets them. */
  async function sold() {
    const { message_id } = await offer();
    const { pre_checkout_query_id: id } = await pay({ message_id });
    await answer(id, { ok: true });
    const paid = (await payment(id)) as { telegram_payment_charge_id: string };
    return { user_id: user, telegram_payment_charge_id: paid.telegram_payment_charge_id };
  }
  return { ...telegram, clock, offer, pay, payment, latest, answer, sold };
}

test('an invoice shows what is sold, with a button to pay by', async (t) => {
  const shop = await shopFor(t);
  const message = await shop.offer();
  t.deepEqual(message.invoice, {
    title: 'Tea',
    description: 'A cup of tea',
    start_parameter: '',
    currency: 'XTR',
    total_amount: 25,
  });
  t.true(message.reply_markup?.inline_keyboard[0]?.[0]?.pay);
  t.like((await shop.chat(user)).messages.at(-1), {
    invoice: { title: 'Tea', total_amount: 25 },
    buttons: [[{ text: 'Pay ⭐️25', pay: true }]],
  });
});

test('the bot is asked before stars change hands, and told after', async (t) => {
  const shop = await shopFor(t);
  const { message_id } = await shop.offer();
  const { pre_checkout_query_id: id } = await shop.pay({ message_id });
  const query = { id, from: { id: user }, currency: 'XTR', total_amount: 25, invoice_payload: 'order:7' };
  t.like(await shop.latest(), { pre_checkout_query: query });
  t.deepEqual(await shop.payment(id), { state: 'asked' });
  const waiting = shop.payment(id, '?wait=60');
  t.is(await shop.answer(id, { ok: true }), 'accepted');
  t.like(await waiting, { state: 'paid' });
  const { message } = (await shop.latest()) as { message: Message };
  t.like(message, { from: { id: user }, successful_payment: { invoice_payload: 'order:7', total_amount: 25 } });
  t.like((await shop.chat(user)).messages.at(-1), { paid: { currency: 'XTR', total_amount: 25 } });
  t.is((await shop.control('POST', 'pay', { user, message_id })).status, 409);
});

test('the bot can refuse, and says why', async (t) => {
  const shop = await shopFor(t);
  const { message_id } = await shop.offer();
  const { pre_checkout_query_id: id } = await shop.pay({ message_id });
  t.is(await shop.answer(id, { ok: false }), '400 Bad Request: parameter "error_message" is required');
  t.is(await shop.answer(id, { ok: false, error_message: 'Sold out' }), 'accepted');
  t.deepEqual(await shop.payment(id), { state: 'refused', error_message: 'Sold out' });
  t.regex(await shop.answer(id, { ok: true }), /query is too old/);
  t.is((await shop.control('POST', 'pay', { user, message_id })).status, 200);
});

test('a bot that says nothing for ten seconds has lost the sale', async (t) => {
  const shop = await shopFor(t);
  const { message_id } = await shop.offer();
  const { pre_checkout_query_id: id } = await shop.pay({ message_id });
  const waiting = shop.payment(id, '?wait=60');
  await shop.clock.sleeping();
  await shop.clock.advance(10_000);
  t.deepEqual(await waiting, { state: 'expired' });
  t.is(
    await shop.answer(id, { ok: true }),
    '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
  );
});

test('by a link, an invoice can be paid again and again, by anybody', async (t) => {
  const shop = await shopFor(t);
  const link = await shop.ok<string>('createInvoiceLink', { ...tea, subscription_period: 2_592_000 });
  t.regex(link, /^https:\/\/t\.me\/\$[\w-]+$/);
  await shop.send(2001, '/start');
  for (const buyer of [user, user, 2001]) {
    const { pre_checkout_query_id: id } = await shop.pay({ user: buyer, link });
    t.is(await shop.answer(id, { ok: true }), 'accepted');
  }
  const { message } = (await shop.latest()) as { message: Message };
  t.like(message.successful_payment, { is_recurring: true, is_first_recurring: true });
  t.deepEqual(await shop.ok('getMyStarBalance'), { amount: 75 });
  t.is((await shop.control('POST', 'pay', { user, link: 'https://t.me/$x' })).status, 404);
});

test('a payment can be given back once, and the ledger tells both', async (t) => {
  const shop = await shopFor(t);
  const charge = await shop.sold();
  await shop.clock.advance(1000);
  t.true(await shop.ok('refundStarPayment', charge));
  const { message } = (await shop.latest()) as { message: Message };
  t.like(message, { from: { is_bot: true }, refunded_payment: { total_amount: 25, invoice_payload: 'order:7' } });
  t.is(await shop.refused('refundStarPayment', charge), '400 Bad Request: CHARGE_ALREADY_REFUNDED');
  t.is(
    await shop.refused('refundStarPayment', { ...charge, telegram_payment_charge_id: 'x' }),
    '400 Bad Request: CHARGE_NOT_FOUND',
  );
  t.deepEqual(await shop.ok('getMyStarBalance'), { amount: 0 });
  const { transactions } = await shop.ok<{ transactions: object[] }>('getStarTransactions');
  t.like(transactions, {
    0: { id: charge.telegram_payment_charge_id, amount: 25, source: { type: 'user', user: { id: user } } },
    1: { id: charge.telegram_payment_charge_id, amount: 25, receiver: { type: 'user', user: { id: user } } },
    length: 2,
  });
  t.is((await shop.ok<{ transactions: object[] }>('getStarTransactions', { offset: 1 })).transactions.length, 1);
});

test('an invoice can be forwarded and paid, but not copied', async (t) => {
  const shop = await shopFor(t);
  const { message_id } = await shop.offer();
  await shop.send(2001, '/start');
  const across = { chat_id: 2001, from_chat_id: user, message_id };
  t.is(await shop.refused('copyMessage', across), "400 Bad Request: the message can't be copied");
  const forwarded = await shop.ok<Message>('forwardMessage', across);
  t.regex((await shop.pay({ user: 2001, message_id: forwarded.message_id })).pre_checkout_query_id, /^\d+$/);
});

const price = { label: 'Tea', amount: 25 };
const refusals: Record<string, [params: Params, error: string]> = {
  'no title': [{ title: '' }, 'parameter "title" is required'],
  'a long title': [{ title: 'x'.repeat(33) }, 'TITLE_INVALID'],
  'a payload of 129 bytes': [{ payload: `${'é'.repeat(64)}x` }, 'INVOICE_PAYLOAD_INVALID'],
  'two prices': [{ prices: [price, price] }, 'STARS_INVOICE_INVALID'],
  'no price': [{ prices: [] }, 'there must be at least one price'],
  'prices that are no list': [{ prices: {} }, 'expected an Array of labeled prices'],
  'a price without a label': [
    { prices: [{ label: '', amount: 1 }] },
    "can't parse labeled price: LabeledPrice label must be non-empty",
  ],
  'a price of nothing': [{ prices: [{ label: 'Tea', amount: 0 }] }, 'CURRENCY_TOTAL_AMOUNT_INVALID'],
  'another currency': [{ currency: 'USD' }, 'PAYMENT_PROVIDER_INVALID'],
  'a provider': [{ provider_token: 'x' }, 'PAYMENT_PROVIDER_INVALID'],
  'buttons of which the first is not to pay by': [
    { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] } },
    'REPLY_MARKUP_BUY_EMPTY',
  ],
};

for (const [title, [params, error]] of Object.entries(refusals)) {
  test(`sendInvoice is refused with ${title}`, async (t) => {
    const shop = await shopFor(t);
    const refused = await shop.refused('sendInvoice', { chat_id: user, ...tea, ...params });
    t.is(refused, `400 Bad Request: ${error}`);
  });
}

test('only an invoice has a button to pay by', async (t) => {
  const shop = await shopFor(t);
  const message = { chat_id: user, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'Pay', pay: true }]] } };
  t.is(await shop.refused('sendMessage', message), '400 Bad Request: BUTTON_TYPE_INVALID');
});
