import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stopChild } from '../../sandbox/infrastructure/child.ts';

const main = join(import.meta.dirname, '../../sandbox/sheets/main.ts');
const graceMs = 3_000;

/** The Sheets emulator in a process of its own; gives its address. Its quota is off: passes follow each other at once. */
export async function sheetsProcess(stack: AsyncDisposableStack): Promise<string> {
  const child = spawn(process.execPath, [main, '--port', '0', '--no-quota'], { stdio: ['ignore', 'pipe', 'inherit'] });
  stack.defer(() => stopChild(child, 'SIGTERM', graceMs));
  // The first line is JSON with the address, as the emulator promises.
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return url;
}
