import type { Part } from '../../desk/cluster/part.ts';
import { browserTest } from './browser-test.ts';
import { cellAt } from './hands.ts';
import { stageDesk } from './stage.ts';

const well: Part = {
  name: 'NATS',
  does: 'carries the messages',
  origin: 'sandbox',
  process: null,
  look: async () => ({ status: 'well', detail: 'connected' }),
};
const ill: Part = {
  name: 'sync',
  does: 'keeps both equal',
  origin: 'sandbox',
  process: null,
  look: async () => ({
    status: 'in trouble',
    detail: 'sheet: the quota is used up',
    checks: [{ name: 'sheet', ok: false, detail: 'the quota is used up' }],
  }),
};

const event = { kind: 'event', subject: 'opsheet.event.sync.finished', says: 'A pass changed something' } as const;
const command = { kind: 'command', subject: 'opsheet.sync.run', says: 'Makes one pass now' } as const;

browserTest('the feed shows messages, newest first, and a payload on request', async (t, page) => {
  const { url, feed } = await stageDesk(t);
  feed.add({ ...command, payload: '{}' });
  await page.goto(url);
  await page.locator('.feed li').first().waitFor();
  feed.add({ ...event, payload: '{"pass":7,"tables":[]}' });
  await page.locator('.feed li', { hasText: 'sync.finished' }).waitFor();
  t.deepEqual(await page.locator('.feed .kind').allInnerTexts(), ['event', 'command']);
  await page.locator('.feed summary').first().focus();
  await page.keyboard.press('Enter');
  t.is(await page.locator('.feed pre').innerText(), '{\n  "pass": 7,\n  "tables": []\n}');
});

browserTest('the feed is filtered, paused and cleared', async (t, page) => {
  const { url, feed } = await stageDesk(t);
  feed.add({ ...command, payload: '{}' });
  feed.add({ ...event, payload: '{"pass":7}' });
  await page.goto(url);
  await page.locator('.feed-state', { hasText: '2 shown' }).waitFor();
  await page.getByRole('searchbox').fill('"PASS":7');
  await page.locator('.feed-state', { hasText: '1 shown' }).waitFor();
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: 'Pause' }).click();
  feed.add({ ...event, payload: '{"pass":8}' });
  await page.locator('.feed-state', { hasText: '1 more wait' }).waitFor();
  t.is(await page.locator('.feed li').count(), 2);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.locator('.feed-state', { hasText: '3 shown' }).waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  t.is(await page.locator('.feed li').count(), 0);
});

browserTest('a part in trouble is named with its reason, and every check can be read', async (t, page) => {
  const { url } = await stageDesk(t, { parts: [well, ill] });
  await page.goto(url);
  await page.locator('.verdict', { hasText: 'sync is in trouble: sheet: the quota is used up' }).waitFor();
  t.is(await page.locator('.parts li[data-status="well"] h3').innerText(), 'NATS');
  await page.getByRole('tab', { name: 'Checks' }).click();
  await page.locator('.part-checks li', { hasText: 'the quota is used up' }).waitFor();
  await page.locator('.conformance', { hasText: /held against the specification|nothing is checked/ }).waitFor();
});

browserTest('what sync says of a row stays in its cell, whatever is said of the parts', async (t, page) => {
  let { look } = well;
  const turning: Part = {
    ...ill,
    get look() {
      return look;
    },
  };
  const { url, sheets } = await stageDesk(t, { parts: [turning] });
  const [book] = sheets.store.all();
  const address = `${sheets.url}/v4/spreadsheets/${book?.spreadsheetId}/values/D4?valueInputOption=RAW`;
  const body = '{"values":[["Hourly wage: x is no number"]]}';
  await fetch(address, { method: 'PUT', headers: { authorization: 'Bearer sync' }, body });
  await page.goto(url);
  await cellAt(page, 4, 3).getByText('x is no number').waitFor();
  await page.getByRole('status').getByText('All parts are well.').waitFor();
  ({ look } = ill);
  await page.getByRole('status').getByText('sync is in trouble').waitFor();
  t.is(await cellAt(page, 4, 3).innerText(), 'Hourly wage: x is no number');
});

browserTest('while the sandbox does not answer, no part is said to be well', async (t, page) => {
  const { url } = await stageDesk(t, { parts: [well] });
  await page.goto(url);
  const names = page.locator('.parts h3');
  await names.getByText('NATS').waitFor();
  await page.route('**/parts', (route) => route.abort());
  await names.getByText('sandbox').waitFor();
  t.deepEqual(await names.allInnerTexts(), ['sandbox']);
  await page.unroute('**/parts');
  await names.getByText('NATS').waitFor();
  t.deepEqual(await names.allInnerTexts(), ['NATS']);
});

browserTest('the buttons make faults in both emulators, say what to expect, and can be taken back', async (t, page) => {
  const { url, sheets, telegram, asBot } = await stageDesk(t);
  await page.goto(url);
  await page.getByRole('tab', { name: 'Break things' }).click();
  await page.getByRole('button', { name: 'Unavailable (503) after the write' }).click();
  await page
    .locator('.outcome', { hasText: /^Unavailable \(503\) after the write\. .*sync must find it done/ })
    .waitFor();
  await page.locator('.waiting', { hasText: 'Sheets: answer 503 after the effect' }).waitFor();
  t.like(sheets.faults.pending()[0], { fault: { status: 503, when: 'after' }, times: 1 });
  await page.getByRole('button', { name: 'Bad gateway (502)' }).click();
  await page.locator('.outcome', { hasText: /^Bad gateway \(502\)\. / }).waitFor();
  await page.locator('.waiting', { hasText: 'Telegram: answer 502' }).waitFor();
  await asBot('getMe', {});
  const waiting = await fetch(`${telegram.url}/control/faults`);
  t.regex(await waiting.text(), /502/, 'a look at the health of the bot does not use it up');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.locator('.waiting').waitFor({ state: 'hidden' });
  t.deepEqual(sheets.faults.pending(), []);
  const left = await fetch(`${telegram.url}/control/faults`);
  t.deepEqual(((await left.json()) as { faults: unknown[] }).faults, []);
});

browserTest('every fault button is taken by the emulator that it is meant for', async (t, page) => {
  const { url } = await stageDesk(t);
  await page.goto(url);
  await page.locator('.grid td').first().waitFor();
  await page.getByRole('tab', { name: 'Break things' }).click();
  const buttons = page.locator('.fault-groups fieldset:not(:first-child) button');
  const count = await buttons.count();
  t.true(count >= 15);
  for (let index = 0; index < count; index += 1) {
    const expect = (await buttons.nth(index).getAttribute('title')) ?? '';
    await buttons.nth(index).click();
    await page.locator('.outcome', { hasText: expect }).waitFor();
  }
});
