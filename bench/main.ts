import { join } from 'node:path';
import { ConfigError } from '@opsheet/shared/runtime/config';
import { start } from '@opsheet/shared/runtime/start';
import { botApi } from './bot-api.ts';
import { commitToBots } from './commit-to-bots.ts';
import { deskPaint } from './desk-paint.ts';
import { passQuestion } from './pass.ts';
import { editToBot } from './edit-to-bot.ts';
import { footprint } from './footprint.ts';
import type { Question } from './question.ts';
import { describeMachine, loadNow } from './report/machine.ts';
import { type Answered, writeResults } from './report/results-file.ts';
import { tableOf } from './report/table.ts';
import { sheetsRead } from './sheets-read.ts';
import { storeRead } from './store-read.ts';

const questions: readonly Question[] = [
  storeRead,
  passQuestion,
  commitToBots,
  editToBot,
  sheetsRead,
  botApi,
  deskPaint,
  footprint,
];

/**
 * `npm run bench` answers every question, `npm run bench -- store-read pass` the ones named; one after the other, for
 * they would disturb each other.
 */
await start(async () => {
  const asked = chosen(process.argv.slice(2));
  const machine = describeMachine();
  const at = new Date();
  console.log(`${machine.cores} cores (${machine.cpu}), Node ${machine.node}`);
  const answered: Answered[] = [];
  for (const question of asked) answered.push(await answer(question));
  console.log(`\nwritten to ${await writeResults(join(import.meta.dirname, 'results'), { machine, at, answered })}`);
});

function chosen(names: readonly string[]): readonly Question[] {
  const unknown = names.filter((name) => !questions.some((question) => question.name === name));
  if (unknown.length > 0)
    throw new ConfigError(
      `no question is called ${unknown.join(', ')}: there are ${questions.map(({ name }) => name).join(', ')}`,
    );
  return names.length === 0 ? questions : questions.filter(({ name }) => names.includes(name));
}

async function answer(question: Question): Promise<Answered> {
  console.log(`\n${question.name}: ${question.question}`);
  const before = loadNow();
  const result = await question.run();
  const load = [before, loadNow()] as const;
  for (const line of [...tableOf(result.measures), ...result.conditions]) console.log(`  ${line}`);
  console.log(`  Load of the machine: ${load.map((one) => one.toFixed(1)).join(' before, ')} after.`);
  return { question, result, load };
}
