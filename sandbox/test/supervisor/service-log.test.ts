import test from 'ava';
import { serviceLog } from '../../supervisor/service-log.ts';

function lines(verbose: boolean, given: readonly string[]): string[] {
  const said: string[] = [];
  given.forEach(serviceLog({ service: 'sync', verbose, say: (line) => said.push(line) }));
  return said;
}

const info = '{"level":30,"service":"sync","msg":"listening"}';
const error = '{"level":50,"service":"sync","msg":"pass failed","err":{"message":"no\\nnetwork","stack":"…"}}';

test('warnings and errors are one line each, and less is not said', (t) => {
  t.deepEqual(lines(false, [info, error]), ['sync: pass failed: no network']);
});

test('a warning is said with its reason, and a cause that repeats its error once', (t) => {
  const held = '{"level":40,"msg":"pass held","reason":"3 of 5 rows would be deleted"}';
  const tired = '{"level":40,"msg":"read failed","err":{"message":"over quota: per user: over quota: per user"}}';
  t.deepEqual(lines(false, [held, tired]), [
    'sync: pass held: 3 of 5 rows would be deleted',
    'sync: read failed: over quota: per user',
  ]);
});

test('a repeated line is said once, until another comes', (t) => {
  const warning = '{"level":40,"msg":"slow"}';
  t.deepEqual(lines(false, [error, error, warning, error]), [
    'sync: pass failed: no network',
    'sync: slow',
    'sync: pass failed: no network',
  ]);
});

test('what is no JSON is said as it is, but for stack traces', (t) => {
  const said = lines(false, ['SYNC_PORT: must be a port number', '', '    at main (main.ts:1:1)']);
  t.deepEqual(said, ['sync: SYNC_PORT: must be a port number']);
});

test('with --verbose every line is said as it came', (t) => {
  t.deepEqual(lines(true, [info, info]), [`sync | ${info}`, `sync | ${info}`]);
});
