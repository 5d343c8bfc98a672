import { inquire } from '../inquiry.js';

/** Faults of the Sheets emulator for sync alone: the desk's own calls go through. */
export function sheetsFaults({ sheets, syncUser }, { tab }) {
  const post = (path, body) => inquire(`${sheets}/control/${path}`, { method: 'POST', body });
  async function plan(fault, { method, times = 1 } = {}) {
    await post('faults', { match: { user: syncUser, ...(method && { method }) }, times, fault });
  }
  const write = { method: 'write' };
  /** Somebody else is quicker, just before the next write of sync. */
  const interfere = (edit) => plan({ hook: [edit] }, write);
  const late = 'To see it, change a wage in Telegram: sync then writes.';

  return [
    {
      words: 'Too many requests (429), 3 times',
      expect: 'Sync waits and tries again; nothing is lost.',
      run: () => plan({ status: 429 }, { times: 3 }),
    },
    {
      words: 'Unavailable (503) before the write',
      expect: `The next write of sync is not carried out; sync repeats it. ${late}`,
      run: () => plan({ status: 503, when: 'before' }, write),
    },
    {
      words: 'Unavailable (503) after the write',
      expect: `The next write of sync is carried out and yet answered with 503; sync must find it done. ${late}`,
      run: () => plan({ status: 503, when: 'after' }, write),
    },
    {
      words: 'Cut the connection after the write',
      expect: `The next write is carried out and its answer is lost; sync must not do it twice. ${late}`,
      run: () => plan({ drop: 'after' }, write),
    },
    {
      words: 'Slow: 5 s for each of 3 calls',
      expect: 'Passes take longer; the bot goes on as ever.',
      run: () => plan({ delayMs: 5_000 }, { times: 3 }),
    },
    {
      words: 'Somebody sorts the sheet meanwhile',
      expect: `Before the next write of sync the open sheet is sorted by its first column; the write must still meet its row. ${late}`,
      run: () => interfere({ sortBy: { sheet: tab().title, column: 1, descending: true } }),
    },
    {
      words: 'Somebody inserts a row meanwhile',
      expect: `Before the next write of sync an empty row is put below the header of the open sheet. ${late}`,
      run: () => interfere({ insertRow: { sheet: tab().title, row: 2 } }),
    },
    {
      words: 'Somebody deletes the last row meanwhile',
      expect: `Before the next write of sync the last row of the open sheet goes; sync then deletes it in the database. Was the write for that very row, it leaves a row without an id, marked until somebody deletes it. ${late}`,
      run: () => interfere({ deleteRow: { sheet: tab().title, row: Math.max(2, tab().rows) } }),
    },
    {
      words: 'Quotas off',
      expect: 'No call is refused for being one too many.',
      run: () => post('quota', { enabled: false }).then(() => 'Quotas are off'),
    },
    {
      words: 'Quotas on',
      expect: '60 reads and 60 writes a minute for a user, 300 for all, as Google has it.',
      run: () => post('quota', { enabled: true }).then(() => 'Quotas are on'),
    },
  ];
}
