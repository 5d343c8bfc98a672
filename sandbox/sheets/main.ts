import { parseArgs } from 'node:util';
import { Port } from '@opsheet/shared/runtime/config';
import { describe } from '@opsheet/shared/runtime/errors';
import { untilSignal } from '@opsheet/shared/runtime/service';
import { startSheets } from './emulator.ts';

/**
 * The Sheets emulator by itself; `usage` has the command. The first line of stdout is JSON with its url. It ends at once
 * on SIGTERM or SIGINT, and with status 1 and one line on stderr when it cannot start.
 */
const usage = 'node sandbox/sheets/main.ts --port N [--data FILE] [--no-quota] [--drive-lag MS] [--enforce-sharing]';

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      'no-quota': { type: 'boolean', default: false },
      'drive-lag': { type: 'string', default: '0' },
      'enforce-sharing': { type: 'boolean', default: false },
    },
  });
  const port = Port.safeParse(values.port);
  if (!port.success) throw new Error(`--port ${values.port} is no port: give a number from 0 to 65535`);
  const driveLagMs = Number(values['drive-lag']);
  if (!Number.isSafeInteger(driveLagMs) || driveLagMs < 0)
    throw new Error(`--drive-lag ${values['drive-lag']} is no time: give milliseconds`);
  return {
    port: port.data,
    driveLagMs,
    enforceSharing: values['enforce-sharing'],
    ...(values.data !== undefined && { dataFile: values.data }),
    ...(values['no-quota'] && { quota: { enabled: false } }),
  };
}

try {
  const stopped = untilSignal();
  const emulator = await startSheets(readOptions());
  process.stdout.write(`${JSON.stringify({ url: emulator.url })}\n`);
  stopped.addEventListener('abort', () => void emulator.close());
} catch (error) {
  process.stderr.write(`${describe(error)}\nUsage: ${usage}\n`);
  process.exitCode = 1;
}
