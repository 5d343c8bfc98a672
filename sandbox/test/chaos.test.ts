import test from 'ava';

import type { Endpoints } from '../endpoints.ts';
import { disagreements, lostEdits, wrongRows } from './chaos/agreement.ts';
import { askSync } from './chaos/ask-sync.ts';
import { openBreakage, processesOf } from './chaos/breakage.ts';
import { openDatabase } from './chaos/database.ts';
import { openFigures } from './chaos/figures.ts';
import { openJournal } from './chaos/journal.ts';
import { unexpectedErrors } from './chaos/logs.ts';
import { pause } from './chaos/pause.ts';
import { untilQuiet } from './chaos/quiet.ts';
import { openSheetHand } from './chaos/sheet-hand.ts';
import { openTelegramHand } from './chaos/telegram-hand.ts';
import { settleTelegram, wrongAnswers } from './chaos/telegram-truth.ts';
import { services } from './chaos/services.ts';
import { openWorkbook } from './chaos/workbook.ts';
import { dataFolder, runs, startSandbox } from './running-sandbox.ts';
import { seeded } from './random.ts';

/** CHAOS_SECONDS makes it longer, CHAOS_SEED chooses the same people and mishaps again. */
const seconds = Number(process.env.CHAOS_SECONDS ?? 15);
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);

/** Does one thing after the other until the time is over. */
async function keepOn(act: () => Promise<void>, between: () => number): Promise<void> {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    await act();
    await pause(between());
  }
}

/** A sync that was killed has forgotten its calls, and to wait for Google's next full minute would be most of the test. */
async function liftQuota({ sheets }: Endpoints): Promise<void> {
  const answer = await fetch(`${sheets}/control/quota`, { method: 'POST', body: JSON.stringify({ enabled: false }) });
  if (!answer.ok) throw new Error(`the quota was not lifted: ${await answer.text()}`);
}

test.serial(
  'people edit on both sides while everything is killed in turn: nothing is lost, all agree (S1, S2, S3, B1)',
  async (t) => {
    t.timeout((seconds + 180) * 1000);
    t.log(`CHAOS_SEED=${seed} CHAOS_SECONDS=${seconds}`);
    const data = await dataFolder(t);
    const sandbox = await startSandbox(t, data);
    const began = performance.now();
    const lines: string[] = [];
    const trace = (line: string) => void lines.push(`${((performance.now() - began) / 1000).toFixed(2)} ${line}`);
    t.teardown(() => {
      if (!t.passed) console.log(`the trace of CHAOS_SEED=${seed}:\n${lines.join('\n')}\n${sandbox.said()}`);
    });

    const endpoints = sandbox.endpoints();
    const [journal, figures] = [openJournal(), openFigures()];
    const database = openDatabase(() => sandbox.endpoints().postgres);
    const workbook = openWorkbook(endpoints);
    const random = { sheet: seeded(seed), telegram: seeded(seed + 1), breakage: seeded(seed + 2) };
    const people = { endpoints, journal, figures, trace };
    await liftQuota(endpoints);
    const sheet = openSheetHand({ ...people, random: random.sheet });
    const telegram = openTelegramHand({ ...people, random: random.telegram });
    const breakage = openBreakage({ data, random: random.breakage, trace });
    try {
      await Promise.all([
        keepOn(sheet.act, () => random.sheet.below(900)),
        keepOn(
          () => telegram.edit(),
          () => random.telegram.below(600),
        ),
        keepOn(breakage.act, () => 200 + random.breakage.below(1_200)),
      ]);
    } finally {
      await breakage.end();
    }
    trace('the faults have ended');
    await sheet.mend();
    await untilQuiet(data, { database, trace });
    trace('all is quiet');

    t.deepEqual(await settleTelegram(endpoints, journal, database), [], 'B1');
    t.deepEqual(await disagreements(workbook, database), [], 'S1');
    t.deepEqual(await lostEdits(journal, database), [], 'S3');
    t.deepEqual(await wrongRows(journal, database), []);
    t.deepEqual(await wrongAnswers(endpoints, database), []);
    t.deepEqual((await askSync(sandbox.endpoints(), 'run'))?.calls, { reads: 1, writes: 0 }, 'S2');
    const now = sandbox.endpoints();
    for (const name of services) t.true(runs(now.pids[name]) && now.pids[name] === processesOf(data)[name]?.pid, name);
    t.deepEqual({ ...now, pids: endpoints.pids }, endpoints);
    t.deepEqual(unexpectedErrors(data), []);
    const accepted = journal.deeds.filter((deed) => deed.accepted === true);
    t.log(`${accepted.length} deeds, ${accepted.filter(({ side }) => side === 'telegram').length} of them in Telegram`);
  },
);
