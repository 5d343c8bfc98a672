import { join } from 'node:path';
import { serverProcess } from './server-process.ts';

const main = join(import.meta.dirname, '../../sandbox/sheets/main.ts');

/** The Sheets emulator in a process of its own; gives its address. Its quota is off: passes follow each other at once. */
export async function sheetsProcess(stack: AsyncDisposableStack): Promise<string> {
  const { url } = await serverProcess(stack, main, '--port', '0', '--no-quota');
  return url;
}
