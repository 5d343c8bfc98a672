import type { ExecutionContext } from 'ava';
import type { Part } from '../../desk/cluster/part.ts';
import { openFeed } from '../../desk/feed/feed.ts';
import { startDesk } from '../../desk/server.ts';
import { people } from '../../seed/people.ts';
import { seedWorkbook } from '../../seed/write-workbook.ts';
import { startSheets } from '../../sheets/emulator.ts';
import { startTelegram } from '../../telegram/emulator.ts';

/** What `.env` may change: a part that is the real one. */
const emulated = { sheets: 'sandbox', telegram: 'sandbox' };

/** The desk with both emulators and without services: the test plays the bot. */
export async function stageDesk(
  t: Pick<ExecutionContext, 'teardown'>,
  { origins = emulated, parts = [] }: { origins?: typeof emulated; parts?: readonly Part[] } = {},
) {
  const sheets = await startSheets({ port: 0 });
  t.teardown(sheets.close);
  const telegram = await startTelegram({
    port: 0,
    people: people.map(({ id, name, language }) => ({ id, firstName: name, languageCode: language })),
  });
  t.teardown(telegram.close);
  const spreadsheetId = await seedWorkbook(sheets.url);
  const facts = {
    sheets: sheets.url,
    telegram: telegram.url,
    spreadsheetId,
    users: people,
    origins,
  };
  const feed = openFeed(Date.now);
  const desk = await startDesk({ port: 0, facts: () => facts, parts, feed });
  t.teardown(() => desk[Symbol.asyncDispose]());

  /** Calls the Bot API as the bot. */
  async function asBot(method: string, parameters: Record<string, unknown>): Promise<unknown> {
    const response = await fetch(`${telegram.url}/bot${telegram.botToken}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    });
    // Bot API answers are {ok, result}.
    const { ok, result } = (await response.json()) as { ok: boolean; result: unknown };
    if (!ok) throw new Error(`${method} was refused`);
    return result;
  }

  /** A cell as the workbook has it now, typed. */
  async function cell(range: string): Promise<unknown> {
    const address = `${sheets.url}/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(range)}`;
    const response = await fetch(`${address}?valueRenderOption=UNFORMATTED_VALUE`, {
      headers: { authorization: 'Bearer test' },
    });
    // The shape is that of values.get.
    return ((await response.json()) as { values?: unknown[][] }).values?.[0]?.[0];
  }

  return { url: desk.url, feed, asBot, cell };
}
