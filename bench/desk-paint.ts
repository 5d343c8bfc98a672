import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openBrowser } from '../sandbox/desk/browser.ts';
import type { Question } from './question.ts';
import { share } from './report/share.ts';
import { runningSandbox } from './world/running-sandbox.ts';

const loads = 10;

export const deskPaint: Question = {
  name: 'desk-paint',
  question: 'How soon does the desk show something in a browser that has never seen it?',
  async run() {
    await using stack = new AsyncDisposableStack();
    const endpoints = await runningSandbox(stack);
    const bare = await barePage(stack);
    const opened = await openBrowser();
    if ('missing' in opened) throw new Error(`no browser starts here: ${opened.missing}`);
    const { browser } = opened;
    stack.defer(() => browser.close());

    /** A context of its own has an empty cache. Gives when the first content was painted and when `shown` was there. */
    async function load(url: string, shown: string): Promise<{ paintedMs: number; shownMs: number }> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.goto(url);
      const shownMs = await page.evaluate<number>(whenShown(shown));
      const paintedMs = await page.evaluate<number>(firstContentfulPaint);
      await context.close();
      return { paintedMs, shownMs };
    }

    // The first load of a browser starts its processes.
    await load(bare, 'p');
    const desk: Awaited<ReturnType<typeof load>>[] = [];
    const floor: typeof desk = [];
    for (let count = 0; count < loads; count += 1) {
      floor.push(await load(bare, 'p'));
      desk.push(await load(endpoints().desk, '.grid td[data-row="2"]'));
    }
    const painted = desk.map(({ paintedMs }) => paintedMs);
    return {
      measures: [
        { ...share('desk: first contentful paint, p50', painted, 0.5), target: { atMost: 1_000 } },
        share(
          'desk: the cells of the workbook are there, p50',
          desk.map(({ shownMs }) => shownMs),
          0.5,
        ),
        share(
          'a page of one word by node:http, p50',
          floor.map(({ paintedMs }) => paintedMs),
          0.5,
        ),
      ],
      conditions: [
        `${loads} loads of each, in turn, with an empty cache, in Chromium ${browser.version()} without a window, 1280 × 800; the whole sandbox runs beside it.`,
        'From the start of the navigation, by the browser’s own clock; the page on the floor has no style and no script.',
      ],
    };
  },
};

async function barePage(stack: AsyncDisposableStack): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end('<!doctype html><title>bare</title><p>bare');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(() => {
    server.close();
    server.closeAllConnections();
  });
  // A server that listens on a port has an address of this form.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

// For the browser, as text: the bench is compiled without its types.
const firstContentfulPaint = `new Promise((resolve) => {
  const observer = new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (paint) resolve(paint.startTime);
  });
  observer.observe({ type: 'paint', buffered: true });
})`;

const whenShown = (selector: string) => `new Promise((resolve) => {
  const look = () => (document.querySelector('${selector}') ? resolve(performance.now()) : requestAnimationFrame(look));
  look();
})`;
