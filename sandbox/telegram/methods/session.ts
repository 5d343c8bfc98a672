import { ApiError, tooManyRequests } from '../api-error.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';

const pauseMs = 600_000;

/**
 * `logOut` and `close`, for bots that move between servers. Who has logged out is not let in again for ten minutes;
 * who has closed is back with the next call, but may not close again for ten minutes.
 */
export type Session = {
  methods: Methods;
  /** What every call is answered with while the bot is logged out. */
  refusal: () => ApiError | undefined;
};

export function createSession({ clock }: Pick<World, 'clock'>): Session {
  const startedMs = clock.now();
  let openedMs = startedMs;
  let loggedOutMs = -Infinity;

  return {
    methods: {
      logOut() {
        loggedOutMs = clock.now();
        return { result: true };
      },
      close() {
        const leftMs = openedMs + pauseMs - clock.now();
        if (leftMs > 0 && openedMs > startedMs + pauseMs) throw tooManyRequests(Math.ceil(leftMs / 1000));
        openedMs = clock.now();
        return { result: true };
      },
    },
    refusal() {
      return clock.now() < loggedOutMs + pauseMs ? new ApiError(400, 'Logged out') : undefined;
    },
  };
}
