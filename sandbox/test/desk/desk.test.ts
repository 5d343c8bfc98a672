import type { Page } from 'playwright-core';
import { people } from '../../seed/people.ts';
import { dataFolder, startSandbox } from '../running-sandbox.ts';
import { browserTest } from './browser-test.ts';
import { stageDesk } from './stage.ts';

const [owner, employee] = people.map(({ id }) => id);

/** A cell of the open tab; `row` as it is numbered, `column` from 0. */
const cellAt = (page: Page, row: number, column: number) =>
  page.locator(`.grid td[data-row="${row}"][data-column="${column}"]`);
const lastMessage = (page: Page) => page.locator('.chat > li').last();

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.chat > li.user', { hasText: text }).last().waitFor();
}

/** Asks until the bot's answer contains `wanted`; each question waits for its answer. */
async function askUntil(page: Page, { command, wanted }: { command: string; wanted: RegExp }): Promise<string> {
  for (;;) {
    const before = await page.locator('.chat > li.bot').count();
    await say(page, command);
    const answer = page.locator('.chat > li.bot').nth(before);
    await answer.waitFor();
    const text = await answer.innerText();
    if (wanted.test(text)) return text;
  }
}

browserTest('a wage edited in the grid is what the bot answers the employee', async (t, page) => {
  const sandbox = await startSandbox(t, await dataFolder(t));
  await page.goto(sandbox.endpoints().desk);
  await cellAt(page, 2, 0).getByText(String(employee)).waitFor();
  await page.getByRole('radio', { name: /Dewi/ }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await lastMessage(page).locator('.buttons').waitFor();
  await cellAt(page, 2, 1).click();
  await page.keyboard.type('21.5');
  await page.keyboard.press('Enter');
  t.regex(await askUntil(page, { command: '/mypay', wanted: /21[.,]50/ }), /8/);
});

browserTest('a wage edited by the owner in Telegram lights up in the grid', async (t, page) => {
  const sandbox = await startSandbox(t, await dataFolder(t));
  await page.goto(sandbox.endpoints().desk);
  await cellAt(page, 3, 1).getByText('17.5').waitFor();
  await say(page, '/employees');
  await page.getByRole('button', { name: '700100003' }).click();
  await page.getByRole('button', { name: /Hourly wage/ }).click();
  await lastMessage(page).getByText('Send the new hourly wage').waitFor();
  await say(page, '19.25');
  await cellAt(page, 3, 1).and(page.locator('.changed')).waitFor();
  t.is(await cellAt(page, 3, 1).innerText(), '19.25');
});

browserTest('the grid is edited by keyboard alone', async (t, page) => {
  const { url, cell } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 2, 1).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  t.is(await cellAt(page, 3, 2).innerText(), '9', 'Escape leaves the cell as it was');
  await page.keyboard.type('11');
  const written = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await page.keyboard.press('Tab');
  await written;
  t.is(await cell("'EmployeeSettings'!C3"), 11);
  t.is(await page.locator(':focus').getAttribute('data-column'), '3', 'Tab went on to the right');
});

browserTest('what is typed into the empty last row is a new row, and a row can be deleted', async (t, page) => {
  const { url, cell } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 9, 0).waitFor();
  const added = page.waitForResponse((answer) => answer.url().endsWith(':batchUpdate'));
  await page.getByRole('button', { name: 'Add row' }).click();
  await added;
  await page.locator('.grid td:focus').waitFor();
  await page.keyboard.type('700100099');
  await page.keyboard.press('Enter');
  await cellAt(page, 10, 0).waitFor();
  t.is(await cell("'EmployeeSettings'!A9"), 700100099);
  await cellAt(page, 2, 0).click();
  await page.getByRole('button', { name: 'Delete row 2' }).click();
  await cellAt(page, 2, 0).getByText('700100003').waitFor();
  t.is(await cell("'EmployeeSettings'!A8"), 700100099);
});

browserTest('what the API refuses is said above the grid', async (t, page) => {
  const { url } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 2, 1).waitFor();
  await page.route(/values:batchGet/, (route) =>
    route.fulfill({ status: 429, json: { error: { message: 'Quota exceeded' } } }),
  );
  await page.locator('.workbook .state', { hasText: 'Quota exceeded' }).waitFor();
  await page.unroute(/values:batchGet/);
  await page.locator('.workbook .state:not(.failed)').waitFor({ state: 'attached' });
  t.pass();
});

browserTest('the phone shows what the Bot API made, and edits it in place', async (t, page) => {
  const { url, asBot } = await stageDesk(t);
  await page.goto(url);
  await say(page, 'hello');
  const text = 'Pay <b>now</b> or <code>never</code> <a href="https://example.org/x">why</a> <script>';
  const buttons = { inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }]] };
  const sent = await asBot('sendMessage', {
    chat_id: owner,
    text: text.replace('<script>', '&lt;script&gt;'),
    parse_mode: 'HTML',
    reply_markup: buttons,
  });
  const { message_id: id } = sent as { message_id: number };
  const item = page.locator(`.chat > li[data-id="${id}"]`);
  await item.waitFor();
  t.is(
    await item.locator('.text').innerHTML(),
    [
      'Pay <strong>now</strong> or <code>never</code> ',
      '<a href="https://example.org/x" target="_blank" rel="noreferrer">why</a> &lt;script&gt;',
    ].join(''),
  );
  await asBot('editMessageText', { chat_id: owner, message_id: id, text: 'Paid' });
  await item.getByText('Paid').waitFor();
  t.is(await item.getByRole('button').count(), 0);
  await asBot('deleteMessage', { chat_id: owner, message_id: id });
  await item.waitFor({ state: 'detached' });
});

browserTest('a press is answered by a toast or an alert', async (t, page) => {
  const { url, asBot } = await stageDesk(t);
  await page.goto(url);
  await say(page, 'hello');
  const reply_markup = { inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }]] };
  await asBot('sendMessage', { chat_id: owner, text: 'Well?', reply_markup });
  let offset = 0;
  for (const [show_alert, box] of [
    [false, '.toast'],
    [true, '.alert'],
  ] as const) {
    await page.getByRole('button', { name: 'Yes' }).click();
    const id = await nextPress();
    await asBot('answerCallbackQuery', { callback_query_id: id, text: `Noted ${show_alert}`, show_alert });
    await page.locator(box, { hasText: `Noted ${show_alert}` }).waitFor();
  }
  await page.keyboard.press('Enter');
  await page.locator('.alert').waitFor({ state: 'hidden' });
  t.pass();

  async function nextPress(): Promise<string> {
    for (;;) {
      const updates = await asBot('getUpdates', { offset, timeout: 20 });
      // Updates as the Bot API gives them.
      for (const update of updates as { update_id: number; callback_query?: { id: string } }[]) {
        offset = update.update_id + 1;
        if (update.callback_query) return update.callback_query.id;
      }
    }
  }
});

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  browserTest(`at ${width} pixels nothing is wider than the window, and its purpose is plain`, async (t, page) => {
    const { url } = await stageDesk(t);
    await page.setViewportSize({ width, height });
    await page.goto(url);
    await cellAt(page, 2, 1).waitFor();
    t.true(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
    t.true(await page.getByText('emulators, not Telegram and not Google').isVisible());
    t.is(await page.getByRole('grid', { name: 'EmployeeSettings' }).getByRole('row').count(), 9);
    t.is(await page.getByRole('log').getAttribute('aria-live'), 'polite');
  });
}

browserTest('a desk with real parts warns of them and does not offer to act there', async (t, page) => {
  const { url } = await stageDesk(t, { origins: { sheets: 'real', telegram: 'real' } });
  await page.goto(url);
  await page.getByText('Telegram and Google Sheets are the real thing').waitFor();
  t.is(await page.getByText('not Telegram and not Google').count(), 0);
  t.is(await page.getByRole('grid').count(), 0);
  t.is(await page.getByRole('textbox', { name: 'Message' }).count(), 0);
});

browserTest('every control can be reached by Tab, in the order of reading', async (t, page) => {
  const { url } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 2, 0).waitFor();
  const reached: string[] = [];
  for (let presses = 0; presses < 9; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    reached.push((await focused.getAttribute('role')) ?? (await focused.getAttribute('class')) ?? '');
  }
  t.deepEqual(reached, ['radio', 'log', 'menu start', '', 'send', 'add', 'delete', 'tab', 'gridcell']);
});
