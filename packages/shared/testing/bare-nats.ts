import { once } from 'node:events';
import { connect } from 'node:net';
import { type Arrivals, arrivals } from './arrivals.ts';

export type BareMessage = { subject: string; headers: string; payload: string };

/** A NATS client that is no more than a socket: a test writes what a program would, byte for byte. */
export type BareNats = Disposable & {
  /** Lines of the protocol need their own `\r\n`. */
  write: (bytes: string | Uint8Array) => void;
  readonly messages: Arrivals<BareMessage>;
  /** Everything else the server says: INFO, PONG, -ERR. */
  readonly lines: Arrivals<string>;
};

export async function bareNats(port: number): Promise<BareNats> {
  const socket = connect(port, '127.0.0.1');
  const messages = arrivals<BareMessage>();
  const lines = arrivals<string>();
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let taken = take(rest); taken > 0; taken = take(rest)) rest = rest.subarray(taken);
  });

  /** Takes one line, or one message with its payload, off the front; 0 when it is not all there. */
  function take(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n');
    if (end < 0) return 0;
    const line = bytes.subarray(0, end).toString();
    const [verb, subject = '', ...sizes] = line.split(' ');
    if (verb !== 'MSG' && verb !== 'HMSG') {
      lines.add(line);
      return end + 2;
    }
    const total = Number(sizes.at(-1));
    const headerBytes = verb === 'HMSG' ? Number(sizes.at(-2)) : 0;
    const from = end + 2;
    if (bytes.length < from + total + 2) return 0;
    messages.add({
      subject,
      headers: bytes.subarray(from, from + headerBytes).toString(),
      payload: bytes.subarray(from + headerBytes, from + total).toString(),
    });
    return from + total + 2;
  }

  await once(socket, 'connect');
  return { write: (bytes) => void socket.write(bytes), messages, lines, [Symbol.dispose]: () => socket.destroy() };
}
