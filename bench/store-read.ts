import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deepStrictEqual } from 'node:assert';
import type { ReferenceRow } from '@opsheet/shared/contracts/reference';
import { systemClock } from '@opsheet/shared/runtime/clock';
import { openStore } from '../services/bot/src/store/store.ts';
import type { Measure, Question } from './question.ts';
import { median, spread } from './report/statistics.ts';
import { employeeKey, employeeRows } from './world/employees.ts';
import { openSqliteStore } from './world/sqlite-store.ts';

/** Keys are picked and read so many at a time, so that the list of keys stays in the processor's cache. */
const keysPerBatch = 1_000;
const batchesPerRound = 200;
const rounds = 9;
const sizes: readonly { rows: number; label: string; overSqlite?: number; ofMap?: number }[] = [
  { rows: 1_000, label: '1k', overSqlite: 20 },
  { rows: 100_000, label: '100k', overSqlite: 20 },
  { rows: 1_000_000, label: '1M', ofMap: 2 },
];

export const storeRead: Question = {
  name: 'store-read',
  question: 'What does a read by key cost in the bot’s store, in better-sqlite3 and in a bare Map?',
  async run() {
    const measures: Measure[] = [];
    for (const size of sizes) measures.push(...(await measureSize(size)));
    return {
      measures,
      conditions: [
        `Median of ${rounds} rounds of ${batchesPerRound * keysPerBatch} reads each, after two for warm-up; the readers take turns in going first.`,
        'Random keys of the table, drawn alike for all three; each read uses a field of the row that it got.',
        '“Key just made”: a string of its own for each read. A Map then has to hash it and to compare it by its content.',
        'better-sqlite3: prepared select by primary key from a file in WAL mode, everything in its cache.',
      ],
    };
  },
};

/** Reads every key and gives the sum of something in the rows, so that no read can be left out. */
type Reader = (keys: readonly string[]) => number;
const names = ['store', 'sqlite', 'map'] as const;
type Readers = Readonly<Record<(typeof names)[number], Reader>>;
type Times = Record<(typeof names)[number], number[]>;

async function measureSize({ rows: count, label, overSqlite, ofMap }: (typeof sizes)[number]): Promise<Measure[]> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-bench-'));
  opened.defer(() => rm(folder, { recursive: true }));
  const rows = employeeRows(count);
  const sqlite = openSqliteStore(join(folder, 'rows.sqlite'), rows.values());
  opened.defer(sqlite.close);
  const store = openStore(systemClock);
  store.tables.employee_settings.install({ version: 1, rows });
  agree(count, [(key) => store.employee(key), (key) => sqlite.get(key), (key) => rows.get(key)]);

  // Three loops of their own: one shared loop would make every call in it an unpredictable one.
  const readers: Readers = {
    store(keys) {
      let sum = 0;
      for (const key of keys) sum += store.employee(key)?.values['hourlyWage']?.length ?? 0;
      return sum;
    },
    sqlite(keys) {
      let sum = 0;
      for (const key of keys) sum += sqlite.getFlat(key)?.hourlyWage.length ?? 0;
      return sum;
    },
    map(keys) {
      let sum = 0;
      for (const key of keys) sum += rows.get(key)?.values['hourlyWage']?.length ?? 0;
      return sum;
    },
  };
  const held = [...rows.keys()];
  const times = measureRounds(readers, { count, keyOf: (index) => held[index] ?? '' });
  const fresh = measureRounds(readers, { count, keyOf: employeeKey });
  const target = {
    ...(overSqlite !== undefined && { overSqlite: { target: { atLeast: overSqlite } } }),
    ...(ofMap !== undefined && { ofMap: { target: { atMost: ofMap } } }),
  };
  return [
    timing(`${label} rows: store`, times.store),
    timing(`${label} rows: better-sqlite3`, times.sqlite),
    timing(`${label} rows: Map.get`, times.map),
    { ...ratio(`${label} rows: better-sqlite3 ÷ store`, times.sqlite, times.store), ...target.overSqlite },
    { ...ratio(`${label} rows: store ÷ Map.get`, times.store, times.map), ...target.ofMap },
    timing(`${label} rows, key just made: store`, fresh.store),
    ratio(`${label} rows, key just made: better-sqlite3 ÷ store`, fresh.sqlite, fresh.store),
    ratio(`${label} rows, key just made: better-sqlite3 ÷ Map.get`, fresh.sqlite, fresh.map),
  ];
}

/** All three give the same row for a key, and nothing for one that is not there. */
function agree(count: number, getters: readonly ((key: string) => ReferenceRow | undefined)[]): void {
  for (const key of [employeeKey(0), employeeKey(count - 1), 'nobody']) {
    const [first, ...others] = getters.map((get) => get(key));
    for (const other of others) deepStrictEqual(other, first);
  }
}

/** How keys are had: `count` rows, and the key of each index. */
type Keys = { count: number; keyOf: (index: number) => string };

/** Nanoseconds per read, round by round. */
function measureRounds(readers: Readers, keys: Keys): Times {
  const times: Times = { store: [], sqlite: [], map: [] };
  for (let round = -2; round < rounds; round += 1) {
    const order = names.toSpliced(0, (round + names.length) % names.length);
    for (const name of [...order, ...names.filter((one) => !order.includes(one))]) {
      const took = timeOf(readers[name], keys);
      if (round >= 0) times[name].push(took);
    }
  }
  return times;
}

function timeOf(read: Reader, { count, keyOf }: Keys): number {
  let took = 0n;
  let sum = 0;
  for (let batch = 0; batch < batchesPerRound; batch += 1) {
    const keys = Array.from({ length: keysPerBatch }, () => keyOf(Math.floor(Math.random() * count)));
    const began = process.hrtime.bigint();
    sum += read(keys);
    took += process.hrtime.bigint() - began;
  }
  const reads = batchesPerRound * keysPerBatch;
  if (sum !== reads * '15.00'.length) throw new Error('a read found nothing');
  return Number(took) / reads;
}

const timing = (measure: string, samples: readonly number[]): Measure => ({
  measure,
  value: median(samples),
  unit: 'ns',
  spread: spread(samples),
});

const ratio = (measure: string, dividend: readonly number[], divisor: readonly number[]): Measure => ({
  measure,
  value: median(dividend) / median(divisor),
  unit: '×',
});
