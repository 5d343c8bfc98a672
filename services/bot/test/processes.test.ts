import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { arrivals } from '@opsheet/shared/testing/arrivals';
import type { LogLine } from '@opsheet/shared/testing/recorded-log';
import test, { type ExecutionContext } from 'ava';
import { admin, budi, openScene, type Scene, settled } from './scene.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** A bot as operators run it: a process of its own. NATS is away, which stops nothing that is tried here. */
async function startProcess(t: ExecutionContext, { telegram, url }: Scene, changes: Record<string, string> = {}) {
  const logs = await mkdtemp(join(tmpdir(), 'opsheet-bot-'));
  const child: ChildProcess = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: url,
      NATS_URL: 'nats://127.0.0.1:1',
      TELEGRAM_BOT_TOKEN: telegram.botToken,
      TELEGRAM_API_URL: telegram.url,
      TELEGRAM_ADMIN_IDS: String(admin),
      BOT_PORT: '0',
      LOG_DIR: logs,
      ...changes,
    },
  });
  const lines = arrivals<LogLine>();
  let words = '';
  // pino writes one object per line, with at least these two keys.
  if (child.stdout) createInterface(child.stdout).on('line', (line) => lines.add(JSON.parse(line) as LogLine));
  child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => ({ code, words }));
  t.teardown(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(logs, { recursive: true, force: true });
  });
  const says = (enough: (line: LogLine) => boolean) => lines.until((all) => all.some(enough));
  return { child, ended, says, kill: () => child.kill('SIGKILL') };
}

const isPolling = ({ holder }: LogLine) => holder === 'mine';
const isListening = ({ msg }: LogLine) => msg === 'listening';

async function updateIs(scene: Scene, states: readonly string[]): Promise<void> {
  for (;;) {
    const [row] = await scene.database
      .em()
      .execute<{ state: string }[]>('select state from telegram_update order by update_id desc limit 1');
    if (row && states.includes(row.state)) return;
  }
}

test('B1: a bot that is killed in the middle of a change leaves one effect, and another one takes over', async (t) => {
  const scene = await openScene(t);
  let polling = await startProcess(t, scene);
  await polling.says(isPolling);
  const moments = [[], ['pending', 'decided', 'done'], ['decided', 'done']];
  for (const [round, states] of moments.entries()) {
    const standby = await startProcess(t, scene);
    await standby.says(isListening);
    const list = await scene.say(admin, '/employees');
    await settled(scene.database);
    const label = list.buttons?.flat().find(({ data }) => data === `v1|employee|${budi}`)?.text ?? '';
    const card = await scene.press(admin, list, label);
    await scene.press(admin, card.message, '✏️ Hourly wage');
    await scene.telegram.send(admin, `20.0${round + 1}`);
    if (states.length > 0) await updateIs(scene, states);
    polling.kill();
    const changed = await scene.telegram.sees(admin, ({ text }) => text?.includes(`→ $20.0${round + 1}`) ?? false);
    t.truthy(changed);
    await settled(scene.database);
    polling = standby;
  }
  await polling.says(isPolling);
  const rows = await scene.database.em().execute(
    `select hourly_wage::text as wage, version, (select count(*)::int from audit_log where service = 'bot') as audits
              from employee_settings where employee_id = ?`,
    [budi],
  );
  t.deepEqual(rows, [{ wage: '20.03', version: 1 + moments.length, audits: moments.length }]);
});

test('SIGTERM ends a bot cleanly; a wrong token ends it with what to do', async (t) => {
  const scene = await openScene(t);
  const bot = await startProcess(t, scene);
  await bot.says(isPolling);
  bot.child.kill('SIGTERM');
  t.is((await bot.ended).code, 0);
  const wrong = await startProcess(t, scene, { TELEGRAM_BOT_TOKEN: '1:wrong' });
  const { code, words } = await wrong.ended;
  t.is(code, 1);
  t.regex(words, /Telegram does not know this bot: set TELEGRAM_BOT_TOKEN/);
});
