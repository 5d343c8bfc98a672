import { openConnection } from '@opsheet/shared/bus/nats/connection';
import type { BusState } from '@opsheet/shared/bus/bus';
import { aborted } from '@opsheet/shared/runtime/aborted';
import type { Clock } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import { silentLog } from '@opsheet/shared/runtime/log';
import type { Msg } from '@nats-io/transport-node';
import type { Feed } from './feed.ts';
import { messageLines } from './message-line.ts';

/** All of Opsheet's subjects, what JetStream stores under keys, and the inboxes where commands are answered. */
const subjects = ['opsheet.>', '$KV.>', '_INBOX.>'];
const text = new TextDecoder();

export type Listening = AsyncDisposable & { readonly state: () => BusState };

type Heard = { url: string; feed: Feed; clock: Clock };

/** Writes what passes through the NATS server into the feed; after a restart of the server, or a break, it goes on. */
export async function listenToNats({ url, feed, clock }: Heard): Promise<Listening> {
  const connection = openConnection({ url, name: 'opsheet desk', clock, log: silentLog, chance: () => 0 });
  const lineOf = messageLines();

  function hear(error: Error | null, { subject, data, reply }: Msg): void {
    // A server with permissions may keep subjects to itself.
    if (error) return feed.add({ kind: 'sandbox', subject: 'desk', says: describe(error), payload: '' });
    const line = lineOf({ subject, payload: text.decode(data), reply });
    if (line) feed.add(line);
  }

  const kept = await connection.keep({
    what: 'the feed of the desk',
    async begin({ nc, ended }) {
      for (const subject of subjects) nc.subscribe(subject, { callback: hear });
      await nc.flush();
      return { over: aborted(ended) };
    },
  });
  return {
    state: connection.state,
    async [Symbol.asyncDispose]() {
      await kept[Symbol.asyncDispose]();
      await connection[Symbol.asyncDispose]();
    },
  };
}
