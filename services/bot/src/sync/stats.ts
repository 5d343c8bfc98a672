import type { Bus } from '@opsheet/shared/bus/bus';
import { type SyncStatus, syncStatus, type TableStatus } from '@opsheet/shared/contracts/sync';
import type { Database } from '@opsheet/shared/database/open';
import { tableNamed } from '@opsheet/shared/reference/tables/all';
import type { Screen } from '../bot/answer.ts';
import { button, homeRow } from '../bot/buttons.ts';
import { part } from '../bot/part.ts';
import type { Turn } from '../bot/turn.ts';
import { instant } from '../texts/figures.ts';
import type { Texts } from '../texts/texts.ts';
import { type RecordedStatus, recordedStatus } from './recorded-status.ts';

/** How long a person is kept waiting for sync before the database is asked, in ms. */
const patienceMs = 2_000;

type Parts = { bus: Bus; database: Database };

/** /sync_stats: the last sync and, per table, what is pending, synced, in conflict and in error. */
export const stats = ({ bus, database }: Parts) => {
  async function show(turn: Turn): Promise<void> {
    const { texts } = turn;
    const answer = await bus.request(syncStatus, {}, { timeoutMs: patienceMs });
    if (answer.ok) return turn.show(statsScreen(answer.reply, stateLines(answer.reply, texts), texts));
    if (turn.away) return turn.decline('sync-away');
    turn.show(statsScreen(await recordedStatus(database), [texts.html('stats-from-database')], texts));
  }
  return part((on) => {
    on.command('sync_stats', 'administrators', show);
    on.press('stats', 'administrators', show);
  });
};

function statsScreen({ lastSyncTime, tables }: RecordedStatus, state: readonly string[], texts: Texts): Screen {
  const last = lastSyncTime
    ? texts.html('stats-last', { time: instant(texts.language, new Date(lastSyncTime)) })
    : texts.html('stats-never');
  const lines = [texts.html('stats-title'), last, ...state, ...tables.map((table) => tableLines(table, texts))];
  return {
    text: lines.join('\n'),
    buttons: [
      [button(texts.plain('button-sync-now'), 'sync'), button(texts.plain('button-refresh'), 'stats')],
      homeRow(texts),
    ],
  };
}

function stateLines({ state, intervalSeconds, consecutiveFailures }: SyncStatus, texts: Texts): string[] {
  const now = {
    running: texts.html('stats-running', { seconds: intervalSeconds }),
    paused: texts.html('stats-paused'),
    held: texts.html('stats-held'),
  }[state];
  return consecutiveFailures > 0 ? [now, texts.html('stats-failing', { failures: consecutiveFailures })] : [now];
}

function tableLines({ table, quarantine, pending, synced, conflict, errors }: TableStatus, texts: Texts): string {
  const counts = texts.html('stats-table', { pending, synced, conflict, errors });
  const reason = quarantine === null ? [] : [texts.html('stats-quarantine', { reason: quarantine })];
  return ['', `<b>${tableNamed[table].tab}</b>`, counts, ...reason].join('\n');
}
