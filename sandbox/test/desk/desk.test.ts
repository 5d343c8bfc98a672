import type { Part, PartName } from '../../desk/cluster/part.ts';
import { people } from '../../seed/people.ts';
import { browserTest } from './browser-test.ts';
import { cellAt, say } from './hands.ts';
import { stageDesk } from './stage.ts';

const views = ['Phone', 'Workbook', 'Cluster'];

const wellPart = (name: PartName): Part => ({
  name,
  does: '',
  origin: 'sandbox',
  process: null,
  look: async () => ({ status: 'well', detail: '' }),
});

browserTest('at 1280 pixels everything has room, and its purpose is plain', async (t, page) => {
  const { url } = await stageDesk(t);
  await page.goto(url);
  await cellAt(page, 2, 1).waitFor();
  t.true(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
  t.true(await page.evaluate('document.documentElement.scrollHeight <= innerHeight'));
  t.true(await page.getByText('emulators, not Telegram and not Google').isVisible());
  t.is(await page.getByRole('grid', { name: 'EmployeeSettings' }).getByRole('row').count(), 9);
  t.is(await page.getByRole('log').getAttribute('aria-live'), 'polite');
  t.is(await page.getByRole('radio').count(), people.length);
});

browserTest(
  'at 390 pixels one part is shown at a time, and everything is large enough for a finger',
  async (t, page) => {
    const { url } = await stageDesk(t, { parts: (['bot', 'sync', 'expiry', 'PostgreSQL'] as const).map(wellPart) });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(url);
    await page.locator('.parts li').last().waitFor({ state: 'attached' });
    for (const view of views) {
      await page.getByRole('tab', { name: view }).click();
      await page.locator(`main > section#${view.toLowerCase()}`).waitFor();
      t.is(await page.locator('main > section:visible').count(), 1);
      t.true(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), view);
      t.true(await page.getByText('emulators, not Telegram and not Google').isVisible());
      const controls = page.locator('button:visible, input:visible, .addresses');
      for (const control of await controls.all()) {
        const box = await control.boundingBox();
        t.true((box?.height ?? 0) >= 40, `${view}: ${await control.evaluate((one) => one.outerHTML)}`);
      }
    }
  },
);

browserTest('a desk with real parts warns of them and does not offer to act there', async (t, page) => {
  const { url } = await stageDesk(t, { origins: { sheets: 'real', telegram: 'real' } });
  await page.goto(url);
  await page.getByText('Telegram and Google Sheets are the real thing').waitFor();
  t.is(await page.getByText('not Telegram and not Google').count(), 0);
  t.is(await page.getByRole('grid').count(), 0);
  t.is(await page.getByRole('textbox', { name: 'Message' }).count(), 0);
  await page.getByRole('tab', { name: 'Break things' }).click();
  t.deepEqual(await page.locator('legend').allInnerTexts(), ['Processes']);
});

browserTest('every control can be reached by Tab, in the order of reading, and shows that it is', async (t, page) => {
  const { url, feed } = await stageDesk(t);
  feed.add({ kind: 'event', subject: 'opsheet.event.sync.finished', says: 'A pass', payload: '{}' });
  await page.goto(url);
  await cellAt(page, 2, 0).waitFor();
  await page.locator('.feed summary').waitFor();
  const reached: string[] = [];
  for (let presses = 0; presses < 19; presses += 1) {
    await page.keyboard.press('Tab');
    const [name, outline] = await page.evaluate<[string, string]>(
      `(({ activeElement: one }) => [one.getAttribute('aria-label') ?? one.textContent.trim(), getComputedStyle(one).outlineStyle])(document)`,
    );
    reached.push(name);
    t.is(outline, 'solid', name);
  }
  t.deepEqual(
    reached.map((name) => name.replaceAll(/\s+/g, ' ')),
    [
      'All addresses ↗',
      'MLMartaownerEnglish',
      'More to do with this chat',
      'Skip the chat',
      'Chat',
      'Start',
      'Attach a photo or file',
      'Message',
      'Send',
      'Add row',
      'EmployeeSettings',
      'Add a sheet',
      '700100002',
      'Messages',
      'Show only messages with these words',
      'Pause',
      'Clear',
      'Messages, newest first',
      reached.at(-1) ?? '',
    ],
  );
  t.regex(reached.at(-1) ?? '', /opsheet\.event\.sync\.finished/);
});

browserTest('the keyboard comes past a long chat in one step', async (t, page) => {
  const { url } = await stageDesk(t);
  await page.goto(url);
  for (const text of ['/start', 'one', 'two']) await say(page, text);
  await page.getByRole('link', { name: 'Skip the chat' }).press('Enter');
  await page.locator('input[name="text"]:focus').waitFor();
  t.is(await page.locator('.chat .bubble').count(), 3);
});

browserTest('the page asks for nothing outside of this machine', async (t, page) => {
  const { url } = await stageDesk(t);
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
  await page.goto(url);
  await cellAt(page, 2, 0).waitFor();
  t.deepEqual([...hosts], ['127.0.0.1']);
});

browserTest('a page that is loaded again shows the same person and the same panel', async (t, page) => {
  const { url } = await stageDesk(t);
  await page.goto(url);
  await page.getByRole('radio', { name: /Dewi/ }).click();
  await page.getByRole('tab', { name: 'Checks' }).click();
  await page.reload();
  await page.locator('#checks').waitFor();
  t.is(await page.getByRole('radio', { name: /Dewi/ }).getAttribute('aria-checked'), 'true');
});
