import { tooManyRequests, type ApiError } from '../api-error.ts';
import { textOf, type CallParameters } from '../call-parameters.ts';
import type { World } from '../world.ts';

/** Documented as about one message a second in a chat, with short bursts, and about 30 a second in all. */
const perChat: Rate = { perSecond: 1, burst: 5 };
const overall: Rate = { perSecond: 30, burst: 30 };

type Rate = { perSecond: number; burst: number };
type Bucket = { tokens: number; atMs: number };

/** Telegram's flood limits, which are off until somebody turns them on. */
export type FloodLimits = {
  isOn: () => boolean;
  turn: (on: boolean) => void;
  /** Counts the call; the 429 to answer it with when it is too many. */
  refusal: (method: string, parameters: CallParameters) => ApiError | undefined;
};

export function createFloodLimits({ clock, settings }: Pick<World, 'clock' | 'settings'>): FloodLimits {
  const chats = new Map<string, Bucket>();
  const everything: Bucket = { tokens: overall.burst, atMs: clock.now() };
  let on = settings.floodLimits;

  function waitMs(bucket: Bucket, { perSecond, burst }: Rate): number {
    const now = clock.now();
    const passedMs = Math.max(0, now - bucket.atMs);
    bucket.tokens = Math.min(burst, bucket.tokens + (passedMs / 1000) * perSecond);
    bucket.atMs = now;
    return bucket.tokens >= 1 ? 0 : ((1 - bucket.tokens) / perSecond) * 1000;
  }

  function bucketOf(chat: string): Bucket {
    const known = chats.get(chat);
    if (known) return known;
    const fresh = { tokens: perChat.burst, atMs: clock.now() };
    chats.set(chat, fresh);
    return fresh;
  }

  return {
    isOn: () => on,
    turn: (wanted) => (on = wanted),
    refusal(method, parameters) {
      if (!on || !isCounted(method)) return undefined;
      const chat = bucketOf(textOf(parameters, 'chat_id'));
      const longestMs = Math.max(waitMs(chat, perChat), waitMs(everything, overall));
      if (longestMs > 0) return tooManyRequests(Math.ceil(longestMs / 1000));
      chat.tokens -= 1;
      everything.tokens -= 1;
      return undefined;
    },
  };
}

/** What changes a chat; an action such as "typing" does not. */
function isCounted(method: string): boolean {
  return /^(send|forward|copy|edit)/.test(method) && method !== 'sendChatAction';
}
