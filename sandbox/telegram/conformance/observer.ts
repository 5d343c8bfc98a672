import type { Call } from '../calls.ts';
import type { Update } from '../message.ts';
import { createConformance } from './conformance.ts';
import { ledgerFolder, nothingChecked, openLedger, type Checked, type Ledger } from './ledger.ts';
import { shown, type Problem } from './problem.ts';
import { loadSpecification } from './specification.ts';

/** Which requests must be valid: all, as a bot's should be; those that were not refused; or none, for a fuzz run. */
export type CheckedRequests = 'all' | 'accepted' | 'none';

/** An answer as it goes out. */
export type SentAnswer = { status: number; contentType: string; body: string };

/** Checks all that passes between a bot and the emulator against the published Bot API. */
export type Observer = {
  /** A call with its answer; `answer` is undefined where a fault took it. */
  call: (call: Call, answer: SentAnswer | undefined) => void;
  /** An answer to what was no call, such as a wrong token. */
  refusal: (answer: SentAnswer) => void;
  update: (update: Update) => void;
  report: () => ConformanceReport;
  close: () => void;
};

export type ConformanceReport = {
  /** Whether the specification is there; nothing is checked without it. */
  available: boolean;
  checked: Checked;
  /** The latest. */
  problems: readonly Problem[];
};

const keptProblems = 50;

type Observing = { requests: CheckedRequests; ledger?: Ledger };

export function observeConformance({ requests, ledger = openLedger(ledgerFolder()) }: Observing): Observer {
  const checked = nothingChecked();
  const problems: Problem[] = [];
  const specification = loadSpecification();
  const report = () => ({ available: specification !== undefined, checked: { ...checked }, problems: [...problems] });
  if (!specification) return { call() {}, refusal() {}, update() {}, close: ledger.close, report };

  const conformance = createConformance(specification);

  function note(kind: keyof Checked, found: readonly Problem[] = []): void {
    checked[kind] += 1;
    ledger.count(checked);
    for (const problem of found) {
      ledger.problem(problem);
      problems.push(problem);
      if (problems.length > keptProblems) problems.shift();
    }
  }

  function answer(method: string | undefined, { status, contentType, body }: SentAnswer): void {
    const at = method ?? 'a refusal';
    // The page of a gateway in front of the Bot API, as faults send it.
    if (status >= 500 && contentType === 'text/html') return;
    if (contentType !== 'application/json') return note('answers', [`${at} → ${status} is ${contentType}`]);
    const parsed: unknown = JSON.parse(body);
    note('answers', [...checkStatus(at, status, parsed), ...conformance.answer(method, parsed)]);
  }

  return {
    report,
    call({ method, parameters, ok }, sent) {
      const isHeld = requests === 'all' || (requests === 'accepted' && ok);
      note(isHeld ? 'requests' : 'setAside', isHeld ? conformance.request(method, parameters) : []);
      if (sent) answer(method, sent);
    },
    refusal: (sent) => answer(undefined, sent),
    update: (update) => note('updates', conformance.update(update)),
    close: ledger.close,
  };
}

/** The HTTP status says the same as the body. */
function checkStatus(at: string, status: number, body: unknown): Problem[] {
  const told = Object(body).ok === true ? 200 : Object(body).error_code;
  return told === status ? [] : [`${at} → status ${status}, but the body says ${shown(told)}`];
}
