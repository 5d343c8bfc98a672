import { parseArgs } from 'node:util';
import { untilSignal } from '@opsheet/shared/runtime/service';
import { startSheets } from './emulator.ts';

/**
 * The Sheets emulator by itself:
 *
 *   node sandbox/sheets/main.ts --port N [--data FILE] [--no-quota]
 *
 * The first line of stdout is JSON with its url. It ends at once on SIGTERM or SIGINT.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    'no-quota': { type: 'boolean', default: false },
  },
});
const stopped = untilSignal();
const emulator = await startSheets({
  port: Number(values.port),
  ...(values.data !== undefined && { dataFile: values.data }),
  ...(values['no-quota'] && { quota: { enabled: false } }),
});
process.stdout.write(`${JSON.stringify({ url: emulator.url })}\n`);
stopped.addEventListener('abort', () => void emulator.close());
