import { parseArgs } from 'node:util';
import { describe } from '@opsheet/shared/runtime/errors';
import { startTelegram } from './emulator.ts';

const usage = 'usage: node sandbox/telegram/main.ts [--port N] [--data FILE] [--token ID:SECRET]';

/** The first line of stdout says where it is and with which token; SIGTERM and SIGINT save and end it. */
try {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '0' }, data: { type: 'string' }, token: { type: 'string' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is no port`);
  const telegram = await startTelegram({
    port,
    ...(values.data !== undefined && { dataFile: values.data }),
    ...(values.token !== undefined && { botToken: values.token }),
  });
  console.log(JSON.stringify({ url: telegram.url, botToken: telegram.botToken }));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(telegram.close));
} catch (error) {
  console.error(`${describe(error)}\n${usage}`);
  process.exitCode = 1;
}

async function stop(close: () => Promise<void>): Promise<void> {
  try {
    await close();
    process.exit(0);
  } catch (error) {
    console.error(describe(error));
    process.exit(1);
  }
}
