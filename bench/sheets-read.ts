import { join } from 'node:path';
import type { Measure, Question } from './question.ts';
import { share } from './report/share.ts';
import { median } from './report/statistics.ts';
import { now } from './actors/now.ts';
import { serverProcess } from './world/server-process.ts';
import { sheetsProcess } from './world/sheets-process.ts';

const rowCount = 100_000;
const emulators = 3;
const readsEach = 5;
const editsEach = 40;
const floorProgram = join(import.meta.dirname, 'actors/bytes-server.ts');

export const sheetsRead: Question = {
  name: 'sheets-read',
  question: 'How long does the Sheets emulator take to read and write 100,000 rows of 10 cells?',
  async run() {
    const times = newTimes();
    for (let round = 0; round < emulators; round += 1) await measureEmulator(times);
    const limit = { target: { atMost: 300 } };
    return {
      measures: [
        { ...share('values.get, first of the process', times.first, 0.5), ...limit },
        { ...share('values.get', times.formatted, 0.5), ...limit },
        { ...share('values.get, unformatted', times.unformatted, 0.5), ...limit },
        share('bare node:http, the bytes of values.get from memory', times.floor, 0.5),
        ratio('values.get ÷ bare node:http', times.formatted, times.floor),
        share('values.update of all cells, RAW', times.raw, 0.5),
        share('values.update of all cells, USER_ENTERED', times.typed, 0.5),
        { ...share('values.update of one cell', times.edit, 0.5), target: { atMost: 5 } },
        share('values.update of one cell that two column-wide formulas see', times.editSeen, 0.5),
      ],
      conditions: [
        `${emulators} emulators one after the other, each in a process of its own and over HTTP; until the last byte has come, without parsing it.`,
        `Median of ${emulators * readsEach} reads, and of ${emulators * editsEach} one-cell writes; reads take turns with those of the bare server.`,
        'Texts, whole numbers, fractions, booleans, dates and money with a number format; the formatted answer has 10 MB.',
        'The two formulas are SUM and COUNTIF over all 100,000 rows, on another sheet.',
      ],
    };
  },
};

const names = ['first', 'formatted', 'unformatted', 'floor', 'raw', 'typed', 'edit', 'editSeen'] as const;
/** Milliseconds. */
type Times = Record<(typeof names)[number], number[]>;

const newTimes = (): Times => ({
  first: [],
  formatted: [],
  unformatted: [],
  floor: [],
  raw: [],
  typed: [],
  edit: [],
  editSeen: [],
});

const ratio = (measure: string, dividend: readonly number[], divisor: readonly number[]): Measure => ({
  measure,
  value: median(dividend) / median(divisor),
  unit: '×',
});

async function measureEmulator(times: Times): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const book = await createBook(await sheetsProcess(stack));
  const floor = await serverProcess(stack, floorProgram);
  times.raw.push(await timeOf(() => write(book, 'Table!A1', { values: table, option: 'RAW' })));
  times.typed.push(await timeOf(() => write(book, 'Table!A1', { values: table, option: 'USER_ENTERED' })));
  times.first.push(await timeOf(() => read(`${book}/values/Table`)));
  await send(floor.url, { method: 'PUT', body: await read(`${book}/values/Table`) });
  for (let round = 0; round < readsEach; round += 1) {
    times.floor.push(await timeOf(() => read(floor.url)));
    times.formatted.push(await timeOf(() => read(`${book}/values/Table`)));
    times.unformatted.push(await timeOf(() => read(`${book}/values/Table?valueRenderOption=UNFORMATTED_VALUE`)));
  }
  await measureEdits(book, times.edit);
  const formulas = [['=SUM(Table!C:C)', '=COUNTIF(Table!E:E,"Jakarta")']];
  await write(book, 'Sums!A1', { values: formulas, option: 'USER_ENTERED' });
  await measureEdits(book, times.editSeen);
}

async function measureEdits(book: string, times: number[]): Promise<void> {
  for (let edit = 0; edit < editsEach; edit += 1) {
    const range = `Table!C${((edit * 7_919) % rowCount) + 1}`;
    times.push(await timeOf(() => write(book, range, { values: [[edit]], option: 'RAW' })));
  }
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const began = now();
  await run();
  return now() - began;
}

/** The address of a workbook with a sheet of the table's size, and one for sums. */
async function createBook(url: string): Promise<string> {
  const sheets = [
    { properties: { title: 'Table', gridProperties: { rowCount, columnCount: 10 } } },
    { properties: { title: 'Sums' } },
  ];
  const answer = await send(`${url}/v4/spreadsheets`, { method: 'POST', body: JSON.stringify({ sheets }) });
  // The shape of a Spreadsheet.
  const { spreadsheetId } = JSON.parse(answer.toString()) as { spreadsheetId: string };
  return `${url}/v4/spreadsheets/${spreadsheetId}`;
}

type Cell = string | number | boolean;

/** Typed, the dates and amounts of money become numbers with a format. */
const table: readonly (readonly Cell[])[] = Array.from({ length: rowCount }, (_, row) => [
  `E-${row}`,
  'Ani Wijaya',
  row * 1_000,
  15.5 + (row % 8),
  row % 3 === 0 ? 'Jakarta' : 'Bandung',
  row % 2 === 0,
  `2026-${10 + (row % 3)}-${10 + (row % 18)}`,
  `$${row % 1_000}.50`,
  `note ${row}`,
  0.25,
]);

type Writing = { values: readonly (readonly Cell[])[]; option: 'RAW' | 'USER_ENTERED' };

function write(book: string, range: string, { values, option }: Writing): Promise<Buffer> {
  const address = `${book}/values/${encodeURIComponent(range)}?valueInputOption=${option}`;
  return send(address, { method: 'PUT', body: JSON.stringify({ values }) });
}

const read = (address: string) => send(address, { method: 'GET' });

type Sending = { method: 'GET' | 'POST' | 'PUT'; body?: string | Buffer };

async function send(address: string, { method, body }: Sending): Promise<Buffer> {
  const headers = { authorization: 'Bearer bench', 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) };
  const response = await fetch(address, { method, headers, ...sent });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok)
    throw new Error(`${method} ${address} answered ${response.status}: ${bytes.toString().slice(0, 300)}`);
  return bytes;
}
