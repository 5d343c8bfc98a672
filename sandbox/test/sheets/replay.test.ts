import { join } from 'node:path';
import test from 'ava';
import { readSessions } from './replay/recording.ts';
import { replay } from './replay/replay.ts';
import type { Miss } from './replay/replay.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'recordings', 'gspread');
/** What the folder holds; more may be added to it. */
const recorded = { pairs: 1041, sessions: 117 };
/** Somebody else's workbook, which a replay cannot set up: the recordings' README exempts this one pair. */
const isExempt = (miss: Miss) =>
  miss.recording === 'ClientTest.test_access_private_spreadsheet' && miss.expected.status === 403;

test('every recorded request is answered as Google answered it', async (t) => {
  const sessions = await readSessions(folder);
  if (!sessions) {
    t.log('skipped: the recordings are not beside this checkout (../shared/recordings/gspread)');
    t.pass();
    return;
  }
  let matched = 0;
  const misses: Miss[] = [];
  for (const session of sessions) {
    const result = await replay(session);
    matched += result.matched;
    misses.push(...result.misses.filter((miss) => !isExempt(miss)));
  }
  t.log(`${matched} of ${matched + misses.length} recorded answers matched, in ${sessions.length} sessions`);
  t.deepEqual(misses, []);
  t.true(matched >= recorded.pairs, 'fewer pairs than the recordings have: they were not read to the end');
  t.true(sessions.length >= recorded.sessions, 'fewer sessions than the recordings have: some were taken for one');
});
