import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

/** How many of each were held against the specification; `setAside` are the requests of tests that send wrong ones. */
export type Checked = Record<(typeof kinds)[number], number>;

const kinds = ['requests', 'answers', 'updates', 'setAside'] as const;

export const nothingChecked = (): Checked => ({ requests: 0, answers: 0, updates: 0, setAside: 0 });

/**
 * What the emulators of a whole test run have checked, in a folder with two files for each emulator: its counts so far,
 * and its problems, a line each. Written at once, so that a killed process takes nothing with it.
 */
export type Ledger = {
  /** `checked` may only have grown since the last time. */
  count: (checked: Checked) => void;
  problem: (problem: Problem) => void;
  close: () => void;
};

const variable = 'BOT_API_LEDGER';

/** Named by the environment, because a test run has emulators in many processes. Undefined outside of one. */
export const ledgerFolder = (): string | undefined => process.env[variable];

/** The environment of a process whose emulators are to write there. */
export const ledgerVariables = (folder: string): Record<string, string> => ({ [variable]: folder });

export function openLedger(folder: string | undefined): Ledger {
  if (folder === undefined) return { count() {}, problem() {}, close() {} };
  const file = join(folder, randomUUID());
  let counts: number | undefined;
  return {
    count(checked) {
      counts ??= openSync(`${file}.counts`, 'w');
      // At the beginning of the file: numbers that only grow never leave a longer text behind.
      writeSync(counts, JSON.stringify(checked), 0);
    },
    problem: (problem) => appendFileSync(`${file}.problems`, `${problem}\n`),
    close() {
      if (counts !== undefined) closeSync(counts);
      counts = undefined;
    },
  };
}

export type LedgerSum = { emulators: number; checked: Checked; problems: Problem[] };

export function sumLedger(folder: string): LedgerSum {
  const files = readdirSync(folder);
  const read = (ending: string) =>
    files.filter((file) => file.endsWith(ending)).map((file) => readFileSync(join(folder, file), 'utf8'));
  const texts = read('.counts');
  const checked = nothingChecked();
  for (const text of texts) {
    // This program has written it.
    const one = JSON.parse(text) as Checked;
    for (const kind of kinds) checked[kind] += one[kind];
  }
  const problems = read('.problems').flatMap((text) => text.trimEnd().split('\n'));
  return { emulators: texts.length, checked, problems };
}
