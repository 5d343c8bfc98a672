import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { openLedger, sumLedger } from '../../../telegram/conformance/ledger.ts';
import { observeConformance, type ConformanceReport } from '../../../telegram/conformance/observer.ts';
import { loadSpecification } from '../../../telegram/conformance/specification.ts';
import { verdictOn } from '../../../telegram/conformance/verdict.ts';
import { telegramFor } from '../client.ts';

async function folderFor(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  t.teardown(() => rm(folder, { recursive: true }));
  return folder;
}

const checked = { requests: 1200, answers: 11, updates: 7, setAside: 2 };

test('the ledger sums up what all emulators have noted, also those that were never closed', async (t) => {
  const folder = await folderFor(t);
  const first = openLedger(folder);
  first.count({ ...checked, requests: 999 });
  first.count(checked);
  first.problem('sendMessage.text: is missing');
  const second = openLedger(folder);
  second.count(checked);
  second.close();
  t.deepEqual(sumLedger(folder), {
    emulators: 2,
    checked: { requests: 2400, answers: 22, updates: 14, setAside: 4 },
    problems: ['sendMessage.text: is missing'],
  });
});

test('a run without problems is told by its counts', (t) => {
  const { ok, lines } = verdictOn({ emulators: 3, checked, problems: [] }, true);
  t.true(ok);
  t.regex(lines.join(), /^Bot API: 1,200 requests, 11 answers, 7 updates checked, 0 problems/);
});

test('a problem fails the run, and is told once with how often it came', (t) => {
  const { ok, lines } = verdictOn({ emulators: 1, checked, problems: ['a', 'b', 'a'] }, true);
  t.false(ok);
  t.deepEqual(lines.slice(1), ['  2 × a', '  1 × b']);
});

test('a run without the specification says that nothing was checked and why', (t) => {
  const { ok, lines } = verdictOn({ emulators: 1, checked, problems: [] }, false);
  t.true(ok);
  t.regex(lines.join(), /not checked, since bot-api.json is not in \.\.\/shared\/telegram/);
});

test('a run without an emulator has nothing to tell', (t) => {
  t.deepEqual(verdictOn({ emulators: 0, checked, problems: [] }, true), { ok: true, lines: [] });
});

const skipped = 'skipped: bot-api.json is not in ../shared/telegram beside the checkout';
const call = { method: 'getMe', parameters: { loud: true }, ok: false, error: { code: 400, description: 'x' } };
const answer = {
  status: 400,
  contentType: 'application/json',
  body: '{"ok":false,"error_code":400,"description":"x"}',
};

for (const [requests, problems] of [
  ['all', ['getMe.loud: is no field of this type']],
  ['accepted', []],
  ['none', []],
] as const) {
  test(`a wrong request that was refused, where ${requests} must be valid`, async (t) => {
    if (!loadSpecification()) return void t.pass(skipped);
    const folder = await folderFor(t);
    const observer = observeConformance({ requests, ledger: openLedger(folder) });
    observer.call(call, answer);
    t.deepEqual(observer.report().problems, problems);
    t.deepEqual(sumLedger(folder).problems, problems);
    t.is(observer.report().checked.answers, 1);
  });
}

test('an answer is JSON, and its status is the one in its body', async (t) => {
  if (!loadSpecification()) return void t.pass(skipped);
  const observer = observeConformance({ requests: 'all', ledger: openLedger(await folderFor(t)) });
  observer.refusal({ ...answer, status: 404 });
  observer.refusal({ ...answer, contentType: 'text/plain' });
  t.deepEqual(observer.report().problems, [
    'a refusal → status 404, but the body says 400',
    'a refusal → 400 is text/plain',
  ]);
});

test('the control address tells what an emulator has checked', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(1001, '/start');
  await telegram.ok('sendMessage', { chat_id: 1001, text: 'x' });
  const report = await telegram.done<ConformanceReport>('GET', 'conformance');
  t.is(report.available, loadSpecification() !== undefined);
  const counted = report.available ? 1 : 0;
  t.deepEqual(report.checked, { requests: counted, answers: counted, updates: counted, setAside: 0 });
  t.deepEqual(report.problems, []);
});
