import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { testDatabase } from '@opsheet/shared/testing/database';
import test from 'ava';
import type { Endpoints } from '../endpoints.ts';
import { findNatsServer, startNatsServer } from '../infrastructure/nats.ts';
import { startTelegram } from '../telegram/emulator.ts';
import { dataFolder, runs, spawnSandbox, startSandbox, whenFolderShows } from './running-sandbox.ts';

/** One sandbox for the tests that leave it running; the others start their own. */
const ends: (() => unknown)[] = [];
const sharedData = await dataFolder({ teardown: (end) => ends.push(end) });
const shared = await startSandbox({ teardown: (end) => ends.push(end) }, sharedData);
test.after.always(async () => {
  for (const end of ends.toReversed()) await end();
});

const authorization = 'Bearer test';

async function wageOf({ sheets, spreadsheetId }: Endpoints): Promise<unknown> {
  const range = encodeURIComponent("'EmployeeSettings'!B2");
  const response = await fetch(`${sheets}/v4/spreadsheets/${spreadsheetId}/values/${range}`, {
    headers: { authorization },
  });
  // The shape is that of values.get; anything else fails the comparison.
  return ((await response.json()) as { values: string[][] }).values[0]?.[0];
}

async function setWage({ sheets, spreadsheetId }: Endpoints, wage: string): Promise<void> {
  const range = encodeURIComponent("'EmployeeSettings'!B2");
  const address = `${sheets}/v4/spreadsheets/${spreadsheetId}/values/${range}?valueInputOption=USER_ENTERED`;
  const body = JSON.stringify({ values: [[wage]] });
  await fetch(address, { method: 'PUT', body, headers: { authorization, 'content-type': 'application/json' } });
}

type Noted = Record<string, { pid: number }>;

/** The children that main has written down. */
const noted = (data: string) => JSON.parse(readFileSync(join(data, 'processes.json'), 'utf8')) as Noted;

test.serial('an unknown argument ends the start with the usage', async (t) => {
  const sandbox = spawnSandbox(t, await dataFolder(t), '--frehs');
  t.is(await sandbox.ended, 1);
  t.regex(sandbox.said(), /Unknown option '--frehs'\nusage: npm start/);
});

test.serial('a port that was asked for and is taken ends the start with what to do', async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  const { port } = server.address() as { port: number };
  const sandbox = spawnSandbox(t, await dataFolder(t), '--port', String(port));
  t.is(await sandbox.ended, 1);
  t.regex(sandbox.said(), new RegExp(`port ${port} is taken`));
});

test.serial('when it is ready, every address answers and the pids are those of running services', async (t) => {
  const endpoints = shared.endpoints();
  for (const service of ['bot', 'sync', 'expiry'] as const) {
    t.true((await fetch(`${endpoints[service]}/ready`)).ok, service);
    t.true(runs(endpoints.pids[service]), service);
  }
  const page = await fetch(endpoints.desk);
  t.regex(await page.text(), /Sandbox:.*not Telegram and not Google/);
  t.is(await wageOf(endpoints), '15');
  t.deepEqual(
    endpoints.users.map(({ role, language }) => `${role} ${language}`),
    ['owner en', 'employee id', 'employee ru', 'customer en'],
  );
});

test.serial('the desk gives no secrets away', async (t) => {
  const { desk, postgres, botToken } = shared.endpoints();
  const facts = await (await fetch(`${desk}/endpoints.json`)).text();
  t.false(facts.includes(new URL(postgres).password));
  t.false(facts.includes(botToken));
});

test.serial('a service that is killed is started again, and endpoints.json tells its new pid', async (t) => {
  const before = shared.endpoints();
  process.kill(before.pids.sync, 'SIGKILL');
  const after = await whenFolderShows(sharedData, () => {
    const now = shared.endpoints();
    return now.pids.sync === before.pids.sync ? undefined : now;
  });
  t.true(runs(after.pids.sync));
  t.deepEqual({ ...after, pids: { ...after.pids, sync: before.pids.sync } }, before);
  await shared.line(/sync ended \(SIGKILL\); started again at once/);
});

test.serial('a server that is killed is started again on its port', async (t) => {
  const before = noted(sharedData);
  const { nats, postgres } = shared.endpoints();
  for (const [name, url] of [
    ['nats-server', nats],
    ['PostgreSQL', postgres],
  ] as const) {
    const old = before[name]?.pid ?? 0;
    process.kill(old, 'SIGKILL');
    await whenFolderShows(sharedData, () => (noted(sharedData)[name]?.pid === old ? undefined : true));
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.destroy();
  }
  t.pass();
});

/** Every process that the sandbox has written down. */
const pidsOf = (data: string): number[] => Object.values(noted(data)).map(({ pid }) => pid);

test.serial('Ctrl-C, although it arrives twice, stops everything within 5 s with status 0', async (t) => {
  const data = await dataFolder(t);
  const sandbox = await startSandbox(t, data);
  const pids = pidsOf(data);
  t.is(pids.length, 5);
  const since = performance.now();
  sandbox.kill('SIGINT');
  sandbox.kill('SIGINT');
  t.is(await sandbox.ended, 0);
  t.true(performance.now() - since < 5_000);
  t.deepEqual(pids.filter(runs), []);
  t.deepEqual(
    ['endpoints.json', 'processes.json', 'lock.json'].filter((file) => existsSync(join(data, file))),
    [],
  );
});

test.serial('a stop while it comes up is no failure and leaves nothing running', async (t) => {
  const data = await dataFolder(t);
  const sandbox = spawnSandbox(t, data, '--port', '0');
  await sandbox.line(/sync: starting/);
  const pids = pidsOf(data);
  t.is(await sandbox.stop(), 0);
  t.deepEqual(pids.filter(runs), []);
});

test.serial('a second start keeps the data, and --fresh begins anew', async (t) => {
  const data = await dataFolder(t);
  const first = await startSandbox(t, data);
  const { spreadsheetId } = first.endpoints();
  await setWage(first.endpoints(), '21.5');
  await first.stop();
  const second = await startSandbox(t, data);
  t.is(second.endpoints().spreadsheetId, spreadsheetId);
  t.is(await wageOf(second.endpoints()), '21.5');
  await second.stop();
  const third = await startSandbox(t, data, '--fresh');
  t.not(third.endpoints().spreadsheetId, spreadsheetId);
  t.is(await wageOf(third.endpoints()), '15');
});

test.serial('a second start on the same data is refused and names the first', async (t) => {
  const second = spawnSandbox(t, sharedData);
  t.is(await second.ended, 1);
  t.regex(second.said(), new RegExp(`runs already, as process ${shared.pid}`));
  t.true((await fetch(shared.endpoints().desk)).ok);
});

test.serial('what .env names is used, and the sandbox starts none of its own for it', async (t) => {
  const data = await dataFolder(t);
  const { url } = await testDatabase(t);
  const nats = await startNatsServer({ binary: await findNatsServer({ progress: t.log }), port: 0 });
  t.teardown(() => nats.stop());
  const telegram = await startTelegram({ port: 0 });
  t.teardown(telegram.close);
  const { sheets, spreadsheetId } = shared.endpoints();
  const lines = [
    `DATABASE_URL=${url}`,
    `NATS_URL=${nats.url}`,
    `TELEGRAM_BOT_TOKEN=${telegram.botToken}`,
    `TELEGRAM_API_URL=${telegram.url}`,
    'TELEGRAM_OWNER_IDS=1001',
    `GOOGLE_SHEETS_URL=${sheets}/`,
    `GOOGLE_SPREADSHEET_ID=${spreadsheetId}`,
    `GOOGLE_CREDENTIALS_FILE=${join(sharedData, 'service-account.json')}`,
  ];
  await writeFile(join(data, '.env'), lines.join('\n'));
  const sandbox = await startSandbox(t, data);
  const endpoints = sandbox.endpoints();
  t.deepEqual(endpoints.origins, { postgres: 'real', nats: 'real', sheets: 'real', telegram: 'real' });
  t.deepEqual(
    [endpoints.postgres, endpoints.nats, endpoints.telegram, endpoints.sheets],
    [url, nats.url, telegram.url, sheets],
  );
  t.deepEqual(endpoints.users, []);
  t.deepEqual(new Set(Object.keys(noted(data))), new Set(['bot', 'sync', 'expiry']));
});

test.serial('after a kill -9 of the sandbox itself the next start leaves nothing of the old one', async (t) => {
  const data = await dataFolder(t);
  const first = await startSandbox(t, data);
  const left = pidsOf(data);
  await setWage(first.endpoints(), '33');
  first.kill('SIGKILL');
  await first.ended;
  await startSandbox(t, data);
  t.deepEqual(left.filter(runs), []);
});

test.serial('services stop by themselves when the sandbox is killed', async (t) => {
  const data = await dataFolder(t);
  const sandbox = await startSandbox(t, data);
  const { pids } = sandbox.endpoints();
  const gone = Promise.all(Object.values(pids).map(endOf));
  sandbox.kill('SIGKILL');
  await gone;
  t.deepEqual(Object.values(pids).filter(runs), []);
  await (await startSandbox(t, data)).stop();
});

/** Resolves when a process that is nobody's child here has ended: its end closes what /proc shows of it. */
async function endOf(pid: number): Promise<void> {
  while (runs(pid)) await new Promise((resolve) => setImmediate(resolve));
}
