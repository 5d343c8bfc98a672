import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import test from 'ava';
import type { ExecutionContext } from 'ava';

const main = join(import.meta.dirname, '..', '..', 'sheets', 'main.ts');

function startAlone(t: ExecutionContext, ...options: string[]) {
  const child = spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.teardown(() => child.kill('SIGKILL'));
  return child;
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`alone, it says its url first and ends at ${signal}, a waiting call notwithstanding`, async (t) => {
    const child = startAlone(t, '--port', '0');
    const ended = once(child, 'exit');
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]; // a line event has one text
    const { url } = JSON.parse(line) as { url: string }; // used below, or the test fails
    t.regex(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    await fetch(`${url}/control/faults`, { method: 'POST', body: JSON.stringify({ fault: { delayMs: 600_000 } }) });
    const waiting = fetch(`${url}/v4/spreadsheets/x`, { headers: { authorization: 'Bearer ann' } }).catch(() => 'cut');
    await untilQueueIsEmpty(url);
    child.kill(signal);
    t.deepEqual(await ended, [0, null]);
    t.is(await waiting, 'cut');
  });
}

const refused: [what: string, options: readonly string[], says: RegExp][] = [
  ['a port that is none', ['--port', '99999'], /--port 99999 is no port: give a number from 0 to 65535/],
  ['a lag that is no time', ['--drive-lag', 'soon'], /--drive-lag soon is no time: give milliseconds/],
  ['an option that it does not have', ['--prot', '1'], /Unknown option '--prot'/],
  [
    'a data file that is not its own',
    ['--data', import.meta.filename],
    /holds no workbooks .* move it away to begin anew/,
  ],
];
for (const [what, options, says] of refused) {
  test(`alone, it ends with status 1 at ${what} and says what to do`, async (t) => {
    const child = startAlone(t, ...options);
    const [output, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    t.regex(output, says);
    t.regex(output, /\nUsage: node sandbox\/sheets\/main\.ts --port N/);
    t.is(status, 1);
  });
}

/** The waiting call has met its fault. */
async function untilQueueIsEmpty(url: string): Promise<void> {
  for (;;) {
    const { faults } = (await (await fetch(`${url}/control/faults`)).json()) as { faults: unknown[] }; // its documented answer
    if (faults.length === 0) return;
  }
}
