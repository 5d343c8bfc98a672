import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';

/**
 * Makes docs/desk.png from a fresh sandbox that runs: `npm start -- --fresh`, then `node sandbox/desk/picture.ts`
 * (with the data folder, when it is not .sandbox). The machine needs a font with emoji.
 */
const root = join(import.meta.dirname, '../..');
const data = process.argv[2] ?? join(root, '.sandbox');
// The sandbox wrote the file.
const { desk } = JSON.parse(readFileSync(join(data, 'endpoints.json'), 'utf8')) as { desk: string };

const opened = await openBrowser();
if ('missing' in opened) throw new Error(`no browser starts here: ${opened.missing}`);
try {
  const page = await opened.browser.newPage({
    viewport: { width: 1280, height: 760 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(desk);
  await editInTelegram(page);
  await page.screenshot({ path: join(root, 'docs/desk.png') });
} finally {
  await opened.browser.close();
}

/** The owner raises a wage; the picture is taken while the cell in the sheet is lit. */
async function editInTelegram(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.locator('.buttons').waitFor();
  await page.getByRole('button', { name: 'Employees' }).click();
  await page.getByRole('button', { name: '700100003' }).click();
  await page
    .locator('.chat')
    .getByRole('button', { name: /Hourly wage/ })
    .click();
  await page.getByText('Send the new hourly wage').waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill('19.25');
  await page.keyboard.press('Enter');
  await page.locator('.grid td.changed').waitFor();
}
