import type { Endpoints } from './endpoints.ts';

/** The addresses as a small table, and the line that programs wait for. */
export function summary(endpoints: Endpoints): string[] {
  const { desk, sheets, spreadsheetId, telegram, bot, sync, expiry, nats, postgres, pids, origins } = endpoints;
  const withoutPassword = Object.assign(new URL(postgres), { password: '' }).href;
  const rows: [string, string, string][] = [
    ['desk', desk, 'open this in a browser'],
    ['bot', bot, `process ${pids.bot}`],
    ['sync', sync, `process ${pids.sync}`],
    ['expiry', expiry, `process ${pids.expiry}`],
    ['Telegram', telegram, origins.telegram === 'real' ? 'the real one' : 'emulator'],
    ['Sheets', sheets, `${origins.sheets === 'real' ? 'the real one' : 'emulator'}, workbook ${spreadsheetId}`],
    ['NATS', nats, origins.nats === 'real' ? 'from .env' : 'embedded'],
    ['PostgreSQL', withoutPassword, origins.postgres === 'real' ? 'from .env' : 'embedded'],
  ];
  const width = Math.max(...rows.map(([, address]) => address.length));
  return [
    '',
    ...rows.map(([name, address, note]) => `  ${name.padEnd(11)}${address.padEnd(width + 2)}${note}`),
    '',
    '  Ctrl-C stops everything; the data stay for the next start (--fresh begins anew).',
    '',
    `ready ${desk}`,
  ];
}
