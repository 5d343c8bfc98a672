import { syncRead, syncRun } from '@opsheet/shared/contracts/sync';
import { handler } from '@opsheet/shared/bus/bus';
import test from 'ava';
import { cuttable } from './cuttable.ts';
import { admin, budi, openScene, pay, settled } from './scene.ts';

test('without PostgreSQL reads are answered from memory, and changes are declined in words', async (t) => {
  const scene = await openScene(t);
  const line = await cuttable(t, scene.url);
  await scene.startBot({ url: line.url });
  const list = await scene.say(admin, '/employees');
  await scene.say(budi, '/mypay');
  await settled(scene.database);
  line.cut();
  t.regex((await scene.say(budi, '/mypay')).text ?? '', /Hourly wage: \$15\.00/);
  const card = list.buttons?.flat().find(({ data }) => data === `v1|employee|${budi}`);
  await scene.telegram.press(admin, list.message_id, card?.text ?? '');
  const shown = await scene.telegram.sees(admin, ({ text }) => text?.includes('Hourly wage: $15.00') ?? false);
  const declined = await scene.press(admin, shown, '✏️ Hourly wage');
  t.is(declined.toast, 'Please try again in a moment: this cannot be saved just now.');
  t.regex((await scene.say(admin, '20')).text ?? '', /^Please try again in a moment/);
  line.mend();
  let asked = '';
  while (!asked.startsWith('Send the new hourly wage'))
    asked = (await scene.press(admin, shown, '✏️ Hourly wage')).message.text ?? '';
  t.regex((await scene.say(admin, '20')).text ?? '', /→ \$20\.00/, 'the database is taken up again by itself');
});

test('a bot that starts without PostgreSQL serves what sync read last, and says that it may be out of date', async (t) => {
  const scene = await openScene(t);
  let wage = '21.00';
  await scene.bus.serve({ name: 'sync', version: '1.0.0', description: 'played by a test' }, [
    handler(syncRead, async () => {
      const row = { key: String(budi), version: 3, active: true, values: pay(budi, wage, '8.00') };
      return { readAt: '2026-01-31T12:00:00Z', tables: [{ table: 'employee_settings' as const, rows: [row] }] };
    }),
  ]);
  const line = await cuttable(t, scene.url);
  line.cut();
  const bot = await scene.startBot({ url: line.url });
  await bot.lines.until((lines) => lines.some(({ msg }) => msg.startsWith('nothing was loaded')));
  const { text = '' } = await scene.say(budi, '/mypay');
  t.regex(text, /Hourly wage: \$21\.00/);
  t.regex(text, /out of date/);
  t.true(bot.health.ready());
  wage = '22.00';
  let shown = text;
  while (!shown.includes('$22.00')) shown = (await scene.say(budi, '/mypay')).text ?? '';
  line.mend();
  await bot.lines.until((lines) => lines.some(({ msg }) => msg === 'database answers again'));
  t.regex((await scene.say(budi, '/mypay')).text ?? '', /Hourly wage: \$15\.00/);
});

test('while nothing at all is loaded the bot says so, and nothing wrong', async (t) => {
  const scene = await openScene(t);
  const line = await cuttable(t, scene.url);
  line.cut();
  const bot = await scene.startBot({ url: line.url });
  t.regex((await scene.say(budi, '/mypay')).text ?? '', /^I am just starting/);
  t.false(bot.health.ready());
});

test('two bots share the work; when the one that polls is gone, the other takes over', async (t) => {
  const scene = await openScene(t);
  const first = await scene.startBot({ id: 'first' });
  await scene.say(budi, '/start');
  const second = await scene.startBot({ id: 'second' });
  await first.stop();
  await second.lines.until((lines) => lines.some(({ holder }) => holder === 'mine'));
  t.regex((await scene.say(budi, '/mypay')).text ?? '', /Hourly wage/);
});

test('an overloaded Telegram is tried again', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  await scene.say(admin, '/start');
  await scene.telegram.fault({ method: 'sendMessage', times: 1, fault: { status: 502 } });
  t.regex((await scene.say(budi, '/mypay')).text ?? '', /Hourly wage/);
  await scene.telegram.fault({ method: 'sendMessage', times: 1, fault: { status: 429, retryAfter: 1 } });
  t.regex((await scene.say(budi, '/mypay')).text ?? '', /Hourly wage/);
});

test('somebody who has blocked the bot is noted, and delays nobody', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  await scene.say(budi, '/start');
  await scene.telegram.block(budi, true);
  t.regex((await scene.say(admin, '/start')).text ?? '', /Hello, Agus/);
  const isBlocked = async () => {
    const [row] = await scene.database
      .em()
      .execute<{ blocked: boolean }[]>('select blocked from people where telegram_id = ?', [budi]);
    return row?.blocked === true;
  };
  while (!(await isBlocked()));
  t.pass();
});

test('the pass asked for at start delays no answer, and its failure is told', async (t) => {
  const scene = await openScene(t);
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<never>();
  answer.promise.catch(() => {});
  await scene.bus.serve({ name: 'sync', version: '1.0.0', description: 'played by a test' }, [
    handler(syncRun, () => {
      asked.resolve();
      return answer.promise;
    }),
  ]);
  const bot = await scene.startBot({ syncTimeoutSeconds: 30 });
  await asked.promise;
  t.regex((await scene.say(budi, '/mypay')).text ?? '', /Hourly wage/);
  answer.reject(new Error('the sheet is away'));
  const lines = await bot.lines.until((all) => all.some(({ msg }) => msg === 'Bot started successfully'));
  t.deepEqual(
    lines.map(({ msg }) => msg).filter((msg) => /^[A-Z]/.test(msg)),
    [
      'CacheManager initialized',
      'Database schema initialized',
      'Performing initial sync from Google Sheets...',
      'Initial sync failed',
      'HybridService initialized with caching + bidirectional sync',
      'Bot started successfully',
    ],
  );
});

test('C2: with NATS away a change still arrives, by the comparison of versions', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  t.regex((await scene.say(budi, '/mypay')).text ?? '', /\$15\.00/);
  scene.network.cut();
  await scene.write('employee_settings', String(budi), pay(budi, '16.00', '8.00'));
  let shown = '';
  while (!shown.includes('$16.00')) shown = (await scene.say(budi, '/mypay')).text ?? '';
  t.notRegex(shown, /out of date/);
});
