import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isReached, type Question, type Result } from '../question.ts';
import type { Machine } from './machine.ts';

/** `load` before and after the measurement, others' work on the machine included. */
export type Answered = { question: Question; result: Result; load: readonly [before: number, after: number] };

/** Writes the run as JSON, in place of the one before, and gives the file's path. Each measure says whether it was reached. */
export async function writeResults(folder: string, run: { machine: Machine; at: Date; answered: readonly Answered[] }) {
  const { machine, at, answered } = run;
  const questions = answered.map(({ question: { name, question }, result: { measures, conditions }, load }) => ({
    name,
    question,
    conditions,
    load,
    measures: measures.map((measure) => ({ ...measure, reached: isReached(measure) })),
  }));
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'latest.json');
  await writeFile(file, `${JSON.stringify({ at: at.toISOString(), machine, questions }, null, 2)}\n`);
  return file;
}
