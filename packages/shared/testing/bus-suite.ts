import type { TestFn } from 'ava';
import { cacheFacts } from './bus/cache-facts.ts';
import { commandFacts } from './bus/command-facts.ts';
import { eventFacts } from './bus/event-facts.ts';
import { stateFacts } from './bus/state-facts.ts';
import type { BusWorld, Fact } from './bus/world.ts';

/** What every bus does. `open` makes a world for one test; the worlds follow one another. */
export function busSuite(test: TestFn, name: string, open: () => Promise<BusWorld>): void {
  const fact: Fact = (title, hold) =>
    test.serial(`${name}: ${title}`, async (t) => {
      await using world = await open();
      await hold(t, world);
    });
  stateFacts(fact);
  commandFacts(fact);
  eventFacts(fact);
  cacheFacts(fact);
}
