import { systemClock, type Clock } from '@opsheet/shared/runtime/clock';
import { createBotApi } from './bot-api.ts';
import { createCalls } from './calls.ts';
import { createMovableClock } from './clock/movable-clock.ts';
import { observeConformance, type CheckedRequests, type ConformanceReport } from './conformance/observer.ts';
import { createControl } from './control/control.ts';
import { createFaults } from './faults/faults.ts';
import { createDownload } from './media/file/download.ts';
import { openFileBytes } from './media/file/bytes.ts';
import { serveHttp } from './http/server.ts';
import { createFloodLimits } from './limits/flood.ts';
import { botMethods } from './methods/all.ts';
import { samplePeople, type Person } from './chats/people.ts';
import { createRouter, tooLarge } from './http/router.ts';
import { createSession } from './methods/session.ts';
import { openSavedState } from './saved-state.ts';
import { realSettings, type Settings } from './settings.ts';
import { freshState, withBareTables } from './state.ts';
import { createUpdates } from './updates/queue.ts';
import { createWebhookSender } from './updates/webhook.ts';
import { createWorld } from './world.ts';

export type TelegramOptions = {
  /** 0 takes a free port. */
  port: number;
  /** JSON with everything Telegram would remember; beside it, in `<dataFile>.files`, what was uploaded. Without it all is forgotten. */
  dataFile?: string;
  botToken?: string;
  /** Who has Telegram; for a data file that is already there, these are added to it. */
  people?: readonly Person[];
  settings?: Partial<Settings>;
  clock?: Clock;
  /** All traffic is held against the published Bot API where that is there; of requests, all unless this says otherwise. */
  conformance?: { requests: CheckedRequests };
  /** Where a failure of the emulator itself is told, beside the 500 that its caller gets. */
  onError?: (error: unknown) => void;
};

export type TelegramEmulator = {
  url: string;
  botToken: string;
  conformance: () => ConformanceReport;
  /** Ends the calls that wait, saves, and frees the port. Once is enough; again is no error. */
  close: () => Promise<void>;
};

/** No secret: it opens this emulator and nothing else. */
const sampleToken = '7000000001:sandbox-token-not-for-telegram';

/**
 * Telegram, as a bot and the people who talk to it see it, on 127.0.0.1:
 * the Bot API at `/bot<token>/<method>` and the control address at `/control` (see control/control.ts).
 */
export async function startTelegram(options: TelegramOptions): Promise<TelegramEmulator> {
  const { conformance = { requests: 'all' }, onError = console.error } = options;
  const botToken = options.botToken ?? sampleToken;
  const botId = botIdOf(botToken);
  const realClock = options.clock ?? systemClock;
  const settings = { ...realSettings, ...options.settings };
  const saved = await openSavedState(options.dataFile, onError);
  const state = withBareTables({ ...freshState([], realClock.now()), ...saved.state });
  const clock = createMovableClock(realClock, state.clockOffsetMs);
  addPeople(state.people, options.people ?? (saved.state ? [] : samplePeople));

  const world = createWorld({
    state,
    files: openFileBytes(options.dataFile),
    settings,
    clock,
    botId,
    onChange: () => saved.save(state),
  });
  const faults = createFaults();
  const flood = createFloodLimits(world);
  const calls = createCalls(world.watch, world.date);
  const observer = observeConformance(conformance);
  const updates = createUpdates(world, { onUpdate: observer.update, duplicates: faults.takeDuplicate });
  const session = createSession(world);
  const methods = { ...botMethods(world, updates), ...session.methods };
  const botApi = createBotApi({ world, botToken, methods, session, faults, flood, calls, observer });
  const control = createControl({ world, updates, faults, flood, calls, conformance: observer.report });
  const router = createRouter({ botApi, control, download: createDownload(world, botToken) });
  const server = await serveHttp({
    port: options.port,
    bodyBytes: settings.bodyBytes,
    handler: router,
    tooLarge,
    onError,
  }).catch(async (error: unknown) => {
    await saved.close();
    throw error;
  });
  const webhookSender = createWebhookSender({ world, updates, botApi, loseAnswer: faults.takeLostAnswer, onError });

  let closed: Promise<void> | undefined;

  async function close(): Promise<void> {
    await Promise.all([server.close(), webhookSender.close()]);
    observer.close();
    await saved.close();
  }

  return { url: server.url, botToken, conformance: observer.report, close: () => (closed ??= close()) };
}

function addPeople(people: Person[], added: readonly Person[]): void {
  for (const person of added) {
    if (!people.some(({ id }) => id === person.id)) people.push({ ...person });
  }
}

function botIdOf(token: string): number {
  const id = /^([1-9]\d{0,15}):\S/.exec(token)?.[1];
  if (id === undefined) throw new Error(`a bot token is "<bot id>:<secret>", not "${token}"`);
  return Number(id);
}
