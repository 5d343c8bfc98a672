import type { ExecutionContext } from 'ava';
import { systemClock } from '@opsheet/shared/runtime/clock';
import type { Part } from '../../desk/cluster/part.ts';
import { openFeed } from '../../desk/feed/feed.ts';
import { startDesk } from '../../desk/server.ts';
import { people } from '../../seed/people.ts';
import { syncUser } from '../../seed/service-account.ts';
import { seedWorkbook } from '../../seed/write-workbook.ts';
import { startSheets } from '../../sheets/emulator.ts';
import { startTelegram } from '../../telegram/emulator.ts';
import type { UpdateContent } from '../../telegram/message.ts';

/** What `.env` may change: a part that is the real one. */
const emulated = { sheets: 'sandbox', telegram: 'sandbox' };

type Given = { origins?: typeof emulated; parts?: readonly Part[] };
type KeysOfUnion<T> = T extends unknown ? keyof T : never;
type Kind = KeysOfUnion<UpdateContent>;
type Of<K extends Kind> = Extract<UpdateContent, Record<K, unknown>>[K];
export type Staged = Awaited<ReturnType<typeof stageDesk>>;

/** The desk with both emulators and without services: the test plays the bot. */
export async function stageDesk(t: Pick<ExecutionContext, 'teardown'>, { origins = emulated, parts = [] }: Given = {}) {
  const sheets = await startSheets({ port: 0 });
  t.teardown(sheets.close);
  const telegram = await startTelegram({
    port: 0,
    people: people.map(({ id, name, language }) => ({ id, firstName: name, languageCode: language })),
  });
  t.teardown(telegram.close);
  const spreadsheetId = await seedWorkbook(sheets.url);
  const facts = { sheets: sheets.url, telegram: telegram.url, spreadsheetId, users: people, origins, syncUser };
  const feed = openFeed(systemClock.now);
  const desk = await startDesk({ port: 0, facts: () => facts, parts, feed });
  t.teardown(() => desk[Symbol.asyncDispose]());

  /** Calls the Bot API as the bot. */
  async function asBot(method: string, parameters: object): Promise<unknown> {
    const response = await fetch(`${telegram.url}/bot${telegram.botToken}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    });
    // Bot API answers are {ok, result} or {ok, description}.
    const answer = (await response.json()) as { ok: boolean; result: unknown; description?: string };
    if (!answer.ok) throw new Error(`${method}: ${answer.description}`);
    return answer.result;
  }

  let offset = 0;
  const waiting: Partial<Record<Kind, unknown>>[] = [];

  /** The next update of a kind that fits; what came before it is lost, what came with it is kept. */
  async function nextUpdate<K extends Kind>(kind: K, fits: (content: Of<K>) => boolean = () => true): Promise<Of<K>> {
    for (;;) {
      for (let update = waiting.shift(); update; update = waiting.shift()) {
        // An update holds the content of its kind.
        const content = update[kind] as Of<K> | undefined;
        if (content !== undefined && fits(content)) return content;
      }
      const updates = await asBot('getUpdates', { offset, timeout: 20 });
      // getUpdates answers with updates.
      for (const update of updates as (UpdateContent & { update_id: number })[]) {
        offset = update.update_id + 1;
        waiting.push(update);
      }
    }
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

  return { url: desk.url, feed, sheets, telegram, asBot, nextUpdate, cell };
}
