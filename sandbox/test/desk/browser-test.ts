import test, { type ExecutionContext } from 'ava';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../desk/browser.ts';

const opened = await openBrowser();
test.after.always(() => ('browser' in opened ? opened.browser.close() : undefined));

/** For one step on a busy machine: a test that waits in vain says soon for what. */
const patienceMs = 15_000;

type Run = (t: ExecutionContext, page: Page) => Promise<void>;

/**
 * A test with a fresh page of 1280 × 800; an error in the page's scripts fails it. Where there is no browser it passes
 * and says why it did nothing.
 */
export function browserTest(title: string, run: Run): void {
  test.serial(title, async (t) => {
    if ('missing' in opened) {
      t.log(`skipped, as no browser starts here: ${opened.missing}`);
      t.pass();
      return;
    }
    const page = await opened.browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(patienceMs);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    try {
      await run(t, page);
    } finally {
      await page.close();
    }
    t.deepEqual(errors, []);
  });
}
