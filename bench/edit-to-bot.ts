import { setTimeout as sleep } from 'node:timers/promises';
import type { Bus } from '@opsheet/shared/bus/bus';
import { syncPause, syncResume, syncRun } from '@opsheet/shared/contracts/sync';
import type { Question } from './question.ts';
import { now } from './actors/now.ts';
import { share } from './report/share.ts';
import { connectedBus } from './world/connected-bus.ts';
import { type Chat, openChat } from './world/chat.ts';
import { runningSandbox } from './world/running-sandbox.ts';
import { openSpreadsheet, type Spreadsheet } from './world/spreadsheet.ts';

/** The shortest interval at which polls, nudges and the bench's edits together stay below the 60 reads a minute. */
const intervalMs = 2_000;
const edits = 20;
const editsInTelegram = 10;
const commands = 60;

/** Who edits, whose pay it is, and where it stands in the seed workbook. */
const owner = 700100001;
const employee = { id: 700100002, cell: 'EmployeeSettings!B2' };
const other = { id: 700100011, cell: 'EmployeeSettings!B4' };

export const editToBot: Question = {
  name: 'edit-to-bot',
  question: 'How long after an edit in the sheet does the bot answer with it, and the other way round?',
  async run() {
    await using stack = new AsyncDisposableStack();
    const endpoints = (await runningSandbox(stack, { SYNC_INTERVAL_SECONDS: String(intervalMs / 1_000) }))();
    const sheet = openSpreadsheet(endpoints.sheets, endpoints.spreadsheetId);
    const bus = await connectedBus(stack, endpoints.nats);
    const world = { sheet, bus, asks: openChat(endpoints.telegram, employee.id) };
    await world.asks.ask('/start');

    const inTelegram = await telegramEdits(sheet, openChat(endpoints.telegram, owner));
    const polled = await sheetEdits(world, { firstWage: 20, nudged: false });
    const nudged = await sheetEdits(world, { firstWage: 30, nudged: true });
    const { answers, calls } = await callsOfTraffic(world);
    return {
      measures: [
        share('sheet edit → bot’s answer, p50', polled, 0.5),
        { ...share('sheet edit → bot’s answer, p99', polled, 0.99), target: { atMost: intervalMs + 300 } },
        share('sheet edit, nudged → bot’s answer, p50', nudged, 0.5),
        { ...share('sheet edit, nudged → bot’s answer, p99', nudged, 0.99), target: { atMost: 1_000 } },
        share('edit in Telegram → cell in the sheet, p50', inTelegram, 0.5),
        share('edit in Telegram → cell in the sheet, p99', inTelegram, 0.99),
        share('message → the bot’s answer, p50', answers, 0.5),
        share('message → the bot’s answer, p99', answers, 0.99),
        { measure: `Sheets calls for ${commands} commands`, value: calls, unit: 'calls', target: { exactly: 0 } },
      ],
      conditions: [
        `The whole sandbox in its own processes, a pass every ${intervalMs / 1_000} s, Google’s quota kept; ${edits} edits of each kind in the sheet, ${editsInTelegram} in Telegram (of so few the 99th percentile is the highest), each at a random moment of the interval.`,
        'From the Sheets API’s answer to the edit until /mypay, asked again and again, shows the new wage; the asking is part of it. Nudged: opsheet.sync.run right after the edit.',
        'From the message with the new wage until the Sheets API gives it. Sheets calls are counted while sync is paused, so that all are the commands’.',
      ],
    };
  },
};

type World = { sheet: Spreadsheet; bus: Bus; asks: Chat };

async function sheetEdits({ sheet, bus, asks }: World, { firstWage, nudged }: { firstWage: number; nudged: boolean }) {
  const delays: number[] = [];
  for (let index = 0; index < edits; index += 1) {
    await sleep(Math.random() * intervalMs);
    const wage = (firstWage + (index + 1) / 100).toFixed(2);
    await sheet.type(employee.cell, [[Number(wage)]]);
    const edited = now();
    const nudge = nudged ? bus.request(syncRun, {}) : null;
    await untilAnswered(asks, wage);
    delays.push(now() - edited);
    const answer = await nudge;
    if (answer && !answer.ok) throw new Error(`opsheet.sync.run: ${answer.message}`);
  }
  return delays;
}

/** The employee's language writes a comma. */
async function untilAnswered(asks: Chat, wage: string): Promise<void> {
  const shown = wage.replace('.', ',');
  while (!(await asks.ask('/mypay')).includes(shown)) await sleep(20);
}

async function telegramEdits(sheet: Spreadsheet, admin: Chat): Promise<number[]> {
  const delays: number[] = [];
  await admin.ask('/start');
  for (let index = 0; index < editsInTelegram; index += 1) {
    await sleep(Math.random() * intervalMs);
    const wage = (40 + (index + 1) / 100).toFixed(2);
    await admin.ask('/employees');
    await admin.press(`${other.id}`);
    await admin.press('hourlyWage');
    await admin.shown('cancel');
    const began = now();
    await admin.say(wage);
    await untilWritten(sheet, Number(wage));
    delays.push(now() - began);
  }
  return delays;
}

/** Waits for a write without reading the sheet, for reads have a quota: then looks whether it was this one. */
async function untilWritten(sheet: Spreadsheet, wage: number): Promise<void> {
  let writes = -1;
  for (;;) {
    const { writes: made } = await sheet.calls();
    if (made !== writes && (await sheet.cell(other.cell)) === wage) return;
    writes = made;
    await sleep(5);
  }
}

/** The bot answers while nobody else calls the Sheets API. */
async function callsOfTraffic({ sheet, bus, asks }: World): Promise<{ answers: number[]; calls: number }> {
  await bus.request(syncPause, { by: 'bench' });
  // A pass that was under way has ended when this one is answered.
  await bus.request(syncRun, {});
  await sheet.resetCalls();
  const answers: number[] = [];
  for (let index = 0; index < commands; index += 1) {
    const began = now();
    await asks.ask(['/mypay', '/rates', '/ranks'][index % 3] ?? '/mypay');
    answers.push(now() - began);
  }
  const { reads, writes } = await sheet.calls();
  await bus.request(syncResume, { by: 'bench' });
  return { answers, calls: reads + writes };
}
