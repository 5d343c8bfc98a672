import { readFile } from 'node:fs/promises';
import { people } from '../../seed/people.ts';
import { browserTest } from './browser-test.ts';
import { messageOf, say } from './hands.ts';
import { type Staged, stageDesk } from './stage.ts';

const [owner = 0, employee = 0] = people.map(({ id }) => id);

/** A picture of one point. */
const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type Sent = { message_id: number };

/** Sends as the bot to the owner; gives the id. */
const sendTo = async ({ asBot }: Staged, method: string, parameters: object): Promise<number> =>
  // Every sending method answers with its message.
  ((await asBot(method, { chat_id: owner, ...parameters })) as Sent).message_id;

browserTest('the phone shows what the Bot API made, and edits it in place', async (t, page) => {
  const staged = await stageDesk(t);
  await page.goto(staged.url);
  await say(page, 'hello');
  const id = await sendTo(staged, 'sendMessage', {
    text: 'Pay <b>now</b> or <code>never</code> <a href="https://example.org/x">why</a> &lt;script&gt;',
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }]] },
  });
  const item = messageOf(page, id);
  await item.waitFor();
  t.is(
    await item.locator('.text').innerHTML(),
    [
      'Pay <strong>now</strong> or <code>never</code> ',
      '<a href="https://example.org/x" target="_blank" rel="noreferrer">why</a> &lt;script&gt;',
    ].join(''),
  );
  await staged.asBot('editMessageText', { chat_id: owner, message_id: id, text: 'Paid' });
  await item.getByText('Paid').waitFor();
  t.is(await item.locator('.buttons').count(), 0);
  t.regex(await item.locator('time').innerText(), /^edited/);
  await staged.asBot('deleteMessage', { chat_id: owner, message_id: id });
  await item.waitFor({ state: 'detached' });
});

browserTest('a press is answered by a toast or an alert', async (t, page) => {
  const staged = await stageDesk(t);
  await page.goto(staged.url);
  await say(page, 'hello');
  const reply_markup = { inline_keyboard: [[{ text: 'Yes', callback_data: 'y', style: 'danger' }]] };
  await sendTo(staged, 'sendMessage', { text: 'Well?', reply_markup });
  for (const [show_alert, box] of [
    [false, '.toast'],
    [true, '.alert'],
  ] as const) {
    await page.getByRole('button', { name: 'Yes' }).click();
    const press = await staged.nextUpdate('callback_query');
    await staged.asBot('answerCallbackQuery', { callback_query_id: press.id, text: `Noted ${show_alert}`, show_alert });
    await page.locator(box, { hasText: `Noted ${show_alert}` }).waitFor();
  }
  await page.keyboard.press('Enter');
  await page.locator('.alert').waitFor({ state: 'hidden' });
  t.is(await page.locator('.style-danger').innerText(), 'Yes');
});

browserTest('a photo, a place and a reply are drawn, and what the bot pins stands above the chat', async (t, page) => {
  const staged = await stageDesk(t);
  await page.goto(staged.url);
  await say(page, 'hello');
  await page.locator('.composer .file').setInputFiles({
    name: 'point.png',
    mimeType: 'image/png',
    buffer: Buffer.from(point, 'base64'),
  });
  const { message_id: own } = await staged.nextUpdate('message', ({ photo }) => photo !== undefined);
  await messageOf(page, own).locator('img').waitFor();
  const place = await sendTo(staged, 'sendLocation', { latitude: 51.5, longitude: -0.12 });
  await messageOf(page, place).getByText('51.50000, -0.12000').waitFor();
  const answer = await sendTo(staged, 'sendMessage', { text: 'Seen', reply_parameters: { message_id: own } });
  await messageOf(page, answer).getByRole('button', { name: 'Photo' }).waitFor();
  await staged.asBot('pinChatMessage', { chat_id: owner, message_id: answer });
  await page.locator('.pinned', { hasText: 'Seen' }).waitFor();
  t.is(await page.locator('.chat > li.service').innerText(), 'A message was pinned');
});

browserTest('a file that a person sends can be fetched again', async (t, page) => {
  const staged = await stageDesk(t);
  await page.goto(staged.url);
  await say(page, 'hello');
  await page.getByRole('textbox', { name: 'Message' }).fill('the rota');
  const file = { name: 'rota.txt', mimeType: 'text/plain', buffer: Buffer.from('Monday: Dewi') };
  await page.locator('.composer .file').setInputFiles(file);
  const card = page.getByRole('link', { name: /rota\.txt/ });
  await card.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), card.click()]);
  t.is(await readFile(await download.path(), 'utf8'), 'Monday: Dewi');
  t.is((await staged.nextUpdate('message', ({ document }) => document !== undefined)).caption, 'the rota');
  await page.locator('.composer .file').setInputFiles({ ...file, buffer: Buffer.alloc(0) });
  await page.locator('.toast', { hasText: 'That file is empty' }).waitFor();
});

browserTest('an invoice is paid by its button', async (t, page) => {
  const staged = await stageDesk(t);
  await page.goto(staged.url);
  await say(page, 'hello');
  const prices = [{ label: 'Coffee', amount: 5 }];
  const invoice = { title: 'Coffee', description: 'One cup', payload: 'cup', currency: 'XTR', prices };
  await sendTo(staged, 'sendInvoice', invoice);
  await page.getByRole('button', { name: /Pay/ }).click();
  const query = await staged.nextUpdate('pre_checkout_query');
  await staged.asBot('answerPreCheckoutQuery', { pre_checkout_query_id: query.id, ok: true });
  await page.locator('.chat > li.service', { hasText: 'You paid ★ 5' }).waitFor();
  t.is((await staged.nextUpdate('message', ({ successful_payment }) => Boolean(successful_payment))).from.id, owner);
});

browserTest('the keys that the bot puts below the text field say their text', async (t, page) => {
  const staged = await stageDesk(t);
  await page.goto(staged.url);
  await say(page, 'hello');
  const keyboard = [[{ text: 'Tea' }, { text: 'My number', request_contact: true }]];
  await sendTo(staged, 'sendMessage', { text: 'What?', reply_markup: { keyboard } });
  await page.getByRole('button', { name: 'Tea' }).click();
  t.is((await staged.nextUpdate('message', ({ text }) => text !== 'hello')).text, 'Tea');
  await page.getByRole('button', { name: 'My number' }).click();
  t.is((await staged.nextUpdate('message')).contact?.user_id, owner);
});

browserTest('where the bot demands a reply, the next text is one', async (t, page) => {
  const staged = await stageDesk(t);
  await page.goto(staged.url);
  await say(page, 'hello');
  const demand = { force_reply: true, input_field_placeholder: 'A number' };
  const id = await sendTo(staged, 'sendMessage', { text: 'How many?', reply_markup: demand });
  await page.locator('.reply-bar', { hasText: 'Reply to: How many?' }).waitFor();
  t.is(await page.getByRole('textbox', { name: 'Message' }).getAttribute('placeholder'), 'A number');
  await say(page, 'three');
  const answer = await staged.nextUpdate('message', ({ text }) => text === 'three');
  t.is(answer.reply_to_message?.message_id, id);
});

browserTest(
  'the chat stays at its end when a keyboard takes its room, and where one reads it stays too',
  async (t, page) => {
    const staged = await stageDesk(t);
    await page.goto(staged.url);
    await say(page, 'hello');
    for (let line = 0; line < 12; line += 1) await sendTo(staged, 'sendMessage', { text: `line ${line}\nand more` });
    const keyboard = [[{ text: 'Tea' }], [{ text: 'Milk' }], [{ text: 'Water' }]];
    const last = await sendTo(staged, 'sendMessage', { text: 'What?', reply_markup: { keyboard } });
    await page.getByRole('button', { name: 'Tea' }).waitFor();
    await page.waitForFunction(`(({ scrollHeight, scrollTop, clientHeight }) =>
    scrollHeight - scrollTop - clientHeight < 2)(document.querySelector('.chat'))`);
    await page.locator('.chat').hover();
    await page.mouse.wheel(0, -5_000);
    await page.waitForFunction(`document.querySelector('.chat').scrollTop === 0`);
    await staged.asBot('sendMessage', { chat_id: owner, text: 'News' });
    await messageOf(page, last + 1).waitFor({ state: 'attached' });
    t.is(await page.evaluate(`document.querySelector('.chat').scrollTop`), 0);
  },
);

browserTest('one replies to a message and corrects one’s own', async (t, page) => {
  const staged = await stageDesk(t);
  await page.goto(staged.url);
  await say(page, 'hello');
  const id = await sendTo(staged, 'sendMessage', { text: 'How many?' });
  await messageOf(page, id).getByRole('button', { name: 'Reply' }).click();
  await say(page, 'tree');
  const said = await staged.nextUpdate('message', ({ text }) => text === 'tree');
  t.is(said.reply_to_message?.message_id, id);
  await messageOf(page, said.message_id).getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Message' }).fill('three');
  await page.keyboard.press('Enter');
  t.is((await staged.nextUpdate('edited_message')).text, 'three');
  await messageOf(page, said.message_id).getByText('three').waitFor();
});

browserTest('a start link hands its payload to the bot, and a blocked bot can be taken back', async (t, page) => {
  const staged = await stageDesk(t);
  await page.goto(staged.url);
  await page.getByRole('button', { name: 'More to do' }).click();
  await page.getByRole('textbox', { name: /Open a link/ }).fill('shift-42');
  await page.keyboard.press('Enter');
  t.is((await staged.nextUpdate('message')).text, '/start shift-42');
  await page.getByRole('button', { name: 'More to do' }).click();
  await page.getByRole('button', { name: 'Block the bot' }).click();
  t.is((await staged.nextUpdate('my_chat_member')).new_chat_member.status, 'kicked');
  await page.getByRole('button', { name: 'Unblock' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
});

browserTest('everybody has the menu in a language of their own, and the switch names it', async (t, page) => {
  const staged = await stageDesk(t);
  for (const [language_code, description] of Object.entries({ '': 'My pay', id: 'Gaji saya', ru: 'Моя зарплата' })) {
    await staged.asBot('setMyCommands', { commands: [{ command: 'mypay', description }], language_code });
  }
  await page.goto(staged.url);
  for (const [name, description] of [
    [/Marta owner English/, 'My pay'],
    [/Dewi employee Indonesian/, 'Gaji saya'],
    [/Лев employee Russian/, 'Моя зарплата'],
  ] as const) {
    await page.getByRole('radio', { name }).click();
    await say(page, `I am ${description}`);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: `/mypay ${description}` }).waitFor();
    await page.keyboard.press('Escape');
  }
  t.is((await staged.nextUpdate('message', ({ text }) => text === 'I am Gaji saya')).from.id, employee);
});
