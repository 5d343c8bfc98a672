import { once } from 'node:events';
import type { PassReport, SyncStatus } from '@opsheet/shared/contracts/sync';
import { bareNats } from '@opsheet/shared/testing/bare-nats';
import type { Endpoints } from '../../endpoints.ts';

type Replies = { run: PassReport; status: SyncStatus; approve: { outcome: string } };

/** A request as an operator sends it, from a bare socket. Null when nobody answers. */
export async function askSync<Name extends keyof Replies>(
  { nats: url }: Endpoints,
  name: Name,
): Promise<Replies[Name] | null> {
  const patient = AbortSignal.timeout(20_000);
  try {
    using nats = await bareNats(Number(new URL(url).port));
    nats.write('CONNECT {"verbose":false,"headers":true,"no_responders":true}\r\nSUB answer 1\r\n');
    nats.write(`PUB opsheet.sync.${name} answer 2\r\n{}\r\n`);
    const [first] = await Promise.race([nats.messages.count(1), once(patient, 'abort').then(() => [])]);
    if (!first || first.headers.includes('Error') || first.payload === '') return null;
    // The contract's reply; a wrong shape makes the test fail.
    return JSON.parse(first.payload) as Replies[Name];
  } catch (error) {
    // The server is just being started again.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
