import { z } from 'zod';
import type { World } from '../world.ts';
import { readBody } from './request.ts';

const usage = '{"advance_ms": <number>}, {"set": "<ISO date and time>"} or {"real": true}';
const lastMs = Date.UTC(2200, 0);
const moveSchema = z.union([
  z.strictObject({ advance_ms: z.int().min(-lastMs).max(lastMs) }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
  z.strictObject({ real: z.literal(true) }),
]);

export type ShownTime = { now: string; offset_ms: number };

/** The emulator's time: what is waiting for it to pass goes on at once. It stays moved over a restart with a data file. */
export function createMovingTime(world: World) {
  const { clock, state } = world;
  const show = (): ShownTime => ({ now: new Date(clock.now()).toISOString(), offset_ms: clock.offsetMs() });

  function distance(move: z.output<typeof moveSchema>): number {
    if ('advance_ms' in move) return move.advance_ms;
    if ('set' in move) return Date.parse(move.set) - clock.now();
    return -clock.offsetMs();
  }

  return {
    show,
    move(body: Buffer): ShownTime {
      clock.move(distance(readBody(body, moveSchema, usage)));
      state.clockOffsetMs = clock.offsetMs();
      world.changed();
      return show();
    },
  };
}
