import type { LedgerSum } from './ledger.ts';

/** What a test run says at its end about all Bot API traffic in it. */
export type Verdict = { ok: boolean; lines: string[] };

const shownProblems = 30;
const number = new Intl.NumberFormat('en');

/** Nothing is said of a run in which no emulator was started. */
export function verdictOn({ emulators, checked, problems }: LedgerSum, isAvailable: boolean): Verdict {
  if (!isAvailable) {
    return {
      ok: true,
      lines: ['Bot API: not checked, since bot-api.json is not in ../shared/telegram beside the checkout'],
    };
  }
  if (emulators === 0) return { ok: true, lines: [] };
  const distinct = [...Map.groupBy(problems, (problem) => problem)];
  const surplus = distinct.length - shownProblems;
  return {
    ok: problems.length === 0,
    lines: [
      `Bot API: ${number.format(checked.requests)} requests, ${number.format(checked.answers)} answers, ` +
        `${number.format(checked.updates)} updates checked, ${number.format(problems.length)} problems ` +
        `(${emulators} emulators; ${number.format(checked.setAside)} requests set aside: wrong on purpose)`,
      ...distinct.slice(0, shownProblems).map(([problem, all]) => `  ${all.length} × ${problem}`),
      ...(surplus > 0 ? [`  and ${surplus} other problems`] : []),
    ],
  };
}
