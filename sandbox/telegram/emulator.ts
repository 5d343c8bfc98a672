import { systemClock, type Clock } from '@opsheet/shared/runtime/clock';
import { createBotApi } from './bot-api.ts';
import { createCalls, type Call } from './calls.ts';
import { createControl } from './control/control.ts';
import { createFaults } from './faults.ts';
import { serveHttp } from './http.ts';
import type { Update } from './message.ts';
import { botMethods } from './methods/all.ts';
import { samplePeople, type Person } from './chats/people.ts';
import { createRouter, tooLarge } from './router.ts';
import { openSavedState } from './saved-state.ts';
import { realSettings, type Settings } from './settings.ts';
import { freshState } from './state.ts';
import { createUpdates } from './updates.ts';
import { createWebhookSender } from './webhook.ts';
import { createWorld } from './world.ts';

export type TelegramOptions = {
  /** 0 takes a free port. */
  port: number;
  /** JSON with everything Telegram would remember. Without it the emulator forgets all when it closes. */
  dataFile?: string;
  botToken?: string;
  /** Who has Telegram; for a data file that is already there, these are added to it. */
  people?: readonly Person[];
  settings?: Partial<Settings>;
  clock?: Clock;
  /** Sees every finished Bot API call, and every update when it is queued: to check them, to log them. */
  onCall?: (call: Call) => void;
  onUpdate?: (update: Update) => void;
  /** Where a failure of the emulator itself is told, beside the 500 that its caller gets. */
  onError?: (error: unknown) => void;
};

export type TelegramEmulator = { url: string; botToken: string; close: () => Promise<void> };

/** No secret: it opens this emulator and nothing else. */
const sampleToken = '7000000001:sandbox-token-not-for-telegram';

/**
 * Telegram, as a bot and the people who talk to it see it, on 127.0.0.1:
 * the Bot API at `/bot<token>/<method>` and the control address at `/control` (see control/control.ts).
 */
export async function startTelegram(options: TelegramOptions): Promise<TelegramEmulator> {
  const { onCall = () => {}, onUpdate = () => {}, onError = console.error } = options;
  const botToken = options.botToken ?? sampleToken;
  const clock = options.clock ?? systemClock;
  const settings = { ...realSettings, ...options.settings };
  const saved = await openSavedState(options.dataFile);
  const state = saved.state ?? freshState([], clock.now());
  addPeople(state.people, options.people ?? (saved.state ? [] : samplePeople));

  const world = createWorld({ state, settings, clock, botId: botIdOf(botToken), onChange: () => saved.save(state) });
  const faults = createFaults();
  const calls = createCalls(world.watch, world.date);
  const updates = createUpdates(world, { onUpdate, duplicates: faults.takeDuplicate });
  const methods = botMethods(world, updates);
  const botApi = createBotApi({ world, botToken, methods, faults, calls, onCall });
  const control = createControl({ world, updates, faults, calls });
  const router = createRouter({ botApi, control });
  const server = await serveHttp({
    port: options.port,
    bodyBytes: settings.bodyBytes,
    handler: router,
    tooLarge,
    onError,
  });
  const webhookSender = createWebhookSender(world, updates, botApi);

  return {
    url: server.url,
    botToken,
    async close() {
      await Promise.all([server.close(), webhookSender.close()]);
      await saved.close();
    },
  };
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
