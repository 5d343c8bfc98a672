import { people } from '../../seed/people.ts';
import { dataFolder, startSandbox } from '../running-sandbox.ts';
import { browserTest } from './browser-test.ts';
import { askUntil, cellAt, lastMessage, say } from './hands.ts';

const employee = people[1]?.id;

browserTest('with all services: the grid, the bot, the messages and the processes agree', async (t, page) => {
  const sandbox = await startSandbox(t, await dataFolder(t));
  await page.goto(sandbox.endpoints().desk);
  await cellAt(page, 2, 0).getByText(String(employee)).waitFor();
  await page.getByRole('radio', { name: /Dewi/ }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await lastMessage(page).locator('.buttons').waitFor();

  // A wage edited in the grid is what the bot answers the employee, and the feed shows how it got there.
  await cellAt(page, 2, 1).click();
  await page.keyboard.type('21.5');
  await page.keyboard.press('Enter');
  t.regex(await askUntil(page, { command: '/mypay', wanted: /21[.,]50/ }), /8/);
  await page.locator('.feed [data-kind="event"]', { hasText: 'opsheet.event.sync.finished' }).first().waitFor();
  await page.locator('.feed [data-kind="cache"]', { hasText: 'employee_settings' }).first().waitFor();

  // A killed service comes back, and the page tells of both.
  await page.getByRole('tab', { name: 'Break things' }).click();
  const before = sandbox.endpoints().pids.sync;
  await page.getByRole('button', { name: 'Kill sync' }).click();
  await page.locator('.outcome', { hasText: `sync (process ${before}) was killed` }).waitFor();
  const card = page.locator('.parts li', { has: page.getByRole('heading', { name: 'sync', exact: true }) });
  await card.and(page.locator('[data-status="well"]')).getByText('1 restart').waitFor();
  await page.getByRole('tab', { name: 'Messages' }).click();
  await page.locator('.feed [data-kind="sandbox"]', { hasText: 'sync ended (SIGKILL)' }).waitFor();

  // A wage edited by the owner in Telegram lights up in the grid, by the service that has just come back.
  await page.getByRole('radio', { name: /Marta/ }).click();
  await say(page, '/employees');
  await page.getByRole('button', { name: '700100003' }).click();
  await page
    .locator('.chat')
    .getByRole('button', { name: /Hourly wage/ })
    .click();
  await lastMessage(page).getByText('Send the new hourly wage').waitFor();
  await say(page, '19.25');
  await cellAt(page, 3, 1).and(page.locator('.changed')).waitFor();
  t.is(await cellAt(page, 3, 1).innerText(), '19.25');
});
