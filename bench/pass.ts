import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { ensureServiceAccount } from '../sandbox/seed/service-account.ts';
import { workbook } from '../sandbox/seed/workbook.ts';
import { type Actor, spawnActor } from './actors/actor.ts';
import type { EditorActor } from './actors/editor.ts';
import type { PassCost, SyncActor } from './actors/sync.ts';
import type { Measure, Question } from './question.ts';
import { median, spread } from './report/statistics.ts';
import { employeeKey } from './world/employees.ts';
import { postgresServer, temporaryFolder } from './world/servers.ts';
import { sheetsProcess } from './world/sheets-process.ts';
import { createWorkbook, openSpreadsheet, type Spreadsheet } from './world/spreadsheet.ts';

const rows = 10_000;
const changes = 10;
const warmUp = 5;
const rounds = 15;

export const passQuestion: Question = {
  name: 'pass',
  question: `What does a pass over ${rows} rows cost, with nothing changed and with ${changes} cells changed?`,
  async run() {
    const seed = workbook.tabs.find(({ title }) => title === 'EmployeeSettings')?.rows.slice(1) ?? [];
    const many = Array.from({ length: rows }, (_, index) => [Number(employeeKey(index)), 15, 8]);
    return {
      measures: [
        ...(await inWorld(seed, async (world) =>
          tell('seed workbook, no change', await costs(world, noChange), { reads: 1, writes: 0 }),
        )),
        ...(await inWorld(many, measureMany)),
      ],
      conditions: [
        `Median of ${rounds} passes after ${warmUp} for warm-up. Processor time is that of a process which holds sync alone; the Sheets emulator and PostgreSQL (with fsync) run beside it.`,
        'API calls are those that the emulator counted, the most of all passes. The quota’s clock runs ahead, so that no pass waits for the next minute.',
      ],
    };
  },
};

type World = { sheet: Spreadsheet; sync: Actor<SyncActor>; editor: Actor<EditorActor>; databaseUrl: string };
type Cost = PassCost & { reads: number; writes: number };

/** A workbook with these employees that sync and the database already agree on. */
async function inWorld<T>(employees: readonly (readonly (string | number)[])[], measure: (world: World) => Promise<T>) {
  await using stack = new AsyncDisposableStack();
  const folder = await temporaryFolder(stack);
  const databaseUrl = await postgresServer(stack);
  const sheetsUrl = await sheetsProcess(stack);
  const credentialsFile = join(folder, 'service-account.json');
  await ensureServiceAccount(credentialsFile);
  const sheet = openSpreadsheet(sheetsUrl, await createWorkbook(sheetsUrl, employees));
  const sync = stack.use(spawnActor<SyncActor>('sync.ts'));
  await sync.ask('open', { databaseUrl, sheetsUrl, spreadsheetId: sheet.id, credentialsFile, folder });
  const { report } = await sync.ask('pass', undefined);
  if (report.outcome !== 'done') throw new Error(`the first pass is ${report.outcome}: ${report.reason}`);
  const editor = stack.use(spawnActor<EditorActor>('editor.ts'));
  // Awaited here: what it measures is ended with the stack.
  return await measure({ sheet, sync, editor, databaseUrl });
}

async function measureMany(world: World): Promise<Measure[]> {
  const { sheet, editor, databaseUrl } = world;
  const idle = await costs(world, noChange);
  const fromSheet = await costs(world, async (round) => {
    // Every thousandth row, so that the changes are not one block.
    for (let index = 0; index < changes; index += 1)
      await sheet.type(`EmployeeSettings!B${2 + index * 1_000}`, [[20 + round / 100]]);
  });
  const fromDatabase = await costs(world, async (round) => {
    await editor.ask('editOnce', { databaseUrl, employees: changes, step: 1_000, wage: 50 + round / 100 });
  });
  demand(idle, { pulled: rows, applied: 0, pushed: 0 });
  demand(fromSheet, { pulled: rows, applied: changes, pushed: 0 });
  demand(fromDatabase, { pulled: rows, applied: 0, pushed: changes });
  const label = `${rows} rows`;
  return [
    ...tell(`${label}, no change`, idle, { reads: 1, writes: 0, cpuMs: 100 }),
    ...tell(`${label}, ${changes} cells changed in the sheet`, fromSheet, { reads: 1, writes: 0 }),
    ...tell(`${label}, ${changes} cells changed in the database`, fromDatabase, { reads: 2, writes: 1 }),
  ];
}

const noChange = async () => {};

/** Passes, each after `change`. The pass that only sees its own writes again is not counted. */
async function costs({ sheet, sync }: World, change: (round: number) => Promise<void>): Promise<Cost[]> {
  const measured: Cost[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    await change(round);
    await sheet.resetCalls();
    const cost = await sync.ask('pass', undefined);
    if (cost.report.outcome !== 'done') throw new Error(`the pass is ${cost.report.outcome}: ${cost.report.reason}`);
    if (round >= warmUp) measured.push({ ...cost, ...(await sheet.calls()) });
    await sync.ask('pass', undefined);
  }
  return measured;
}

/** A pass that did not do what it was measured for has no figures. */
function demand(costs: readonly Cost[], expected: { pulled: number; applied: number; pushed: number }): void {
  for (const { report } of costs) {
    const { pulled, applied, pushed } = report.tables.find(({ table }) => table === 'employee_settings') ?? {};
    deepStrictEqual({ pulled, applied, pushed }, expected);
  }
}

type Targets = { reads: number; writes: number; cpuMs?: number };

function tell(label: string, costs: readonly Cost[], { reads, writes, cpuMs }: Targets): Measure[] {
  const of = (name: 'cpuMs' | 'wallMs') => costs.map((cost) => cost[name]);
  return [
    {
      measure: `${label}: processor`,
      value: median(of('cpuMs')),
      unit: 'ms',
      spread: spread(of('cpuMs')),
      ...(cpuMs !== undefined && { target: { atMost: cpuMs } }),
    },
    { measure: `${label}: wall`, value: median(of('wallMs')), unit: 'ms', spread: spread(of('wallMs')) },
    { measure: `${label}: reads`, value: most(costs, 'reads'), unit: 'calls', target: { exactly: reads } },
    { measure: `${label}: writes`, value: most(costs, 'writes'), unit: 'calls', target: { exactly: writes } },
  ];
}

const most = (costs: readonly Cost[], kind: 'reads' | 'writes') => Math.max(...costs.map((cost) => cost[kind]));
