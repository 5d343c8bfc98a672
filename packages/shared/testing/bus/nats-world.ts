import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NatsServer, startNatsServer } from '../../../../sandbox/infrastructure/nats.ts';
import type { Bus, BusState } from '../../src/bus/bus.ts';
import { natsBus } from '../../src/bus/nats.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { recordedLog } from '../recorded-log.ts';
import { type BusWorld, reached } from './world.ts';

export type NatsWorld = BusWorld & { readonly server: () => NatsServer };

/** A nats-server of its own, which is cut off by SIGKILL and comes back on the same port. */
export async function natsWorld(binary: string): Promise<NatsWorld> {
  const { log, lines } = recordedLog();
  const storeDir = await mkdtemp(join(tmpdir(), 'opsheet-bus-'));
  let server = await startNatsServer({ binary, port: 0, storeDir });
  const buses: Bus[] = [];
  const all = (state: BusState) => Promise.all(buses.map((bus) => reached(bus, state)));

  function start(): Bus {
    const bus = natsBus({ url: server.url, name: `test ${buses.length}`, clock: systemClock, log });
    buses.push(bus);
    return bus;
  }

  async function cut(): Promise<void> {
    await server.stop('SIGKILL');
    await all('away');
  }

  async function mend(): Promise<void> {
    server = await startNatsServer({ binary, port: server.port, storeDir });
    await all('connected');
  }

  return {
    server: () => server,
    start,
    async bus() {
      const bus = start();
      await reached(bus, 'connected');
      return bus;
    },
    cut,
    mend,
    async loseStore() {
      await cut();
      await rm(storeDir, { recursive: true });
      await mend();
    },
    lines,
    async [Symbol.asyncDispose]() {
      await Promise.all(buses.map((bus) => bus[Symbol.asyncDispose]()));
      await server.stop();
      await rm(storeDir, { recursive: true, force: true });
    },
  };
}
