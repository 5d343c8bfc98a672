import type { Watch } from '../watch.ts';

/** One finished Bot API call, as the bot made it and as it was answered. */
export type Call = {
  method: string;
  parameters: Record<string, unknown>;
  ok: boolean;
  result?: unknown;
  error?: { code: number; description: string };
};

export type RecordedCall = Call & { id: number; date: number };

/** The latest calls. An empty getUpdates is only counted: there is one every few seconds, and it says nothing. */
export type Calls = {
  add: (call: Call) => void;
  after: (id: number) => readonly RecordedCall[];
  counts: () => Record<string, { ok: number; failed: number }>;
};

const kept = 500;

export function createCalls(watch: Watch, date: () => number): Calls {
  const recent: RecordedCall[] = [];
  const counts = new Map<string, { ok: number; failed: number }>();
  let nextId = 1;
  return {
    add(call) {
      const { ok, failed } = counts.get(call.method) ?? { ok: 0, failed: 0 };
      counts.set(call.method, { ok: ok + Number(call.ok), failed: failed + Number(!call.ok) });
      if (call.method === 'getUpdates' && call.ok && isEmpty(call.result)) return;
      recent.push({ id: nextId++, date: date(), ...call });
      if (recent.length > kept) recent.shift();
      watch.changed();
    },
    after: (id) => recent.filter((call) => call.id > id),
    counts: () => Object.fromEntries(counts),
  };
}

function isEmpty(result: unknown): boolean {
  return Array.isArray(result) && result.length === 0;
}
