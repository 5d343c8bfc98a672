import type { ExecutionContext } from 'ava';
import type { Bus, BusState } from '../../src/bus/bus.ts';
import type { Arrivals } from '../arrivals.ts';
import type { LogLine } from '../recorded-log.ts';

/** A server and the processes around it. What is opened in it ends with it. */
export type BusWorld = AsyncDisposable & {
  /** The bus of one more process, not yet connected perhaps. */
  start: () => Bus;
  /** The same, connected. */
  bus: () => Promise<Bus>;
  /** Takes the server away; resolves when every bus knows. */
  cut: () => Promise<void>;
  /** Brings it back with its store; resolves when every bus is connected. */
  mend: () => Promise<void>;
  /** The server loses its store and comes back empty; resolves when every bus is connected. */
  loseStore: () => Promise<void>;
  readonly lines: Arrivals<LogLine>;
};

/** Registers one test. */
export type Fact = (title: string, hold: (t: ExecutionContext, world: BusWorld) => Promise<void>) => void;

export const reached = (bus: Bus, state: BusState): Promise<void> =>
  new Promise((resolve) => {
    if (bus.state() === state) return resolve();
    const stop = bus.onState((now) => {
      if (now !== state) return;
      stop();
      resolve();
    });
  });

/** Repeats what answers by itself until the answer is right: every attempt waits for the server, none for a clock. */
export async function repeated<T>(attempt: () => Promise<T>, right: (outcome: T) => boolean): Promise<T> {
  for (;;) {
    const outcome = await attempt();
    if (right(outcome)) return outcome;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
