import fc from 'fast-check';
import * as bot from './bot.ts';
import { land } from './land.ts';
import { crash, step, type WriteFate } from './pass.ts';
import * as person from './person.ts';
import type { World } from './world.ts';

const fates: readonly WriteFate[] = [
  ...Array<WriteFate>(12).fill('lands'),
  ...Array<WriteFate>(4).fill('lands later'),
  ...Array<WriteFate>(4).fill('lands twice'),
  ...Array<WriteFate>(4).fill('is lost'),
  'lands after the next read',
];

/** Everything that can happen, with how often it does. */
const events = {
  'a person types': { weight: 8, happens: person.types },
  'a person adds a row': { weight: 2, happens: person.addsRow },
  'a person removes a row': { weight: 2, happens: person.removesRow },
  'a person copies a row': { weight: 1, happens: person.copiesRow },
  'a person moves rows': { weight: 2, happens: person.movesRows },
  'a person leaves a blank row': { weight: 1, happens: person.leavesBlankRow },
  'a person changes a key': { weight: 1, happens: person.changesKey },
  'a person renames a header': { weight: 1, happens: person.renamesHeader },
  'the bot edits': { weight: 8, happens: bot.edits },
  'the bot adds a row': { weight: 2, happens: bot.adds },
  'the bot retires a row': { weight: 2, happens: bot.retires },
  'the pass goes on': {
    weight: 26,
    happens: (world: World, { value }: person.Choice) => step(world, person.pick(fates, value) ?? 'lands'),
  },
  'the pass dies': { weight: 2, happens: (world: World, { value }: person.Choice) => crash(world, value % 2 === 0) },
  'a lost call lands': { weight: 3, happens: landOne },
} as const;

function landOne(world: World, { row }: person.Choice): void {
  const call = person.pick(world.inFlight, row);
  if (!call) return;
  world.inFlight = world.inFlight.filter((one) => one !== call);
  land(world, call.write);
}

export type Happening = person.Choice & { readonly event: keyof typeof events };

export function happen(world: World, happening: Happening): void {
  world.now += 1000;
  world.trace.push(`${world.now} ${happening.event}`);
  events[happening.event].happens(world, happening);
}

const nat = fc.nat({ max: 1023 });

export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    event: fc.oneof(
      ...Object.entries(events).map(([event, { weight }]) => ({
        weight,
        // Object.entries forgets that the keys are those of `events`.
        arbitrary: fc.constant(event as keyof typeof events),
      })),
    ),
    row: nat,
    column: nat,
    value: nat,
  }),
  { maxLength: 60, size: 'max' },
);
