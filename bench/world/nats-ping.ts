import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '../actors/now.ts';

/**
 * Round trips to a nats-server over a bare socket, in ms, so many a second: what waking two processes and nothing else
 * costs on this machine now.
 */
export async function natsPings(url: string, { count, perSecond }: { count: number; perSecond: number }) {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const lines = createInterface({ input: socket });
  // The server speaks first.
  await once(lines, 'line');
  socket.write('CONNECT {"verbose":false}\r\n');
  const took: number[] = [];
  for (let ping = 0; ping < count; ping += 1) {
    await sleep(1_000 / perSecond);
    const began = now();
    socket.write('PING\r\n');
    await once(lines, 'line');
    took.push(now() - began);
  }
  socket.destroy();
  return took;
}
