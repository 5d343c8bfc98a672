import type { CallKind } from './calls/operation.ts';

/** A call as it was answered; `dropped` when the connection was cut in place of an answer. */
export type Call = {
  readonly time: string;
  readonly user: string;
  readonly name: string;
  readonly kind: CallKind;
  readonly path: string;
  readonly status: number | 'dropped';
};

/** Which calls are meant: all, those of one kind, of one user, those whose path and query (as sent) contain a text. */
export type CallMatch = {
  readonly method?: 'read' | 'write' | undefined;
  readonly path?: string | undefined;
  readonly user?: string | undefined;
};

export type Counts = { reads: number; writes: number };
export type Stats = Counts & {
  since: string;
  byName: Record<string, number>;
  byUser: Record<string, Counts>;
  calls: readonly Call[];
};

export type CallLog = {
  add: (call: Call) => void;
  /** Counts since the start or the last reset, and the latest calls, oldest first. */
  stats: () => Stats;
  reset: (since: string) => void;
  /** Resolves with the next call that matches, once it has been answered. */
  next: (match?: CallMatch) => Promise<Call>;
};

const keptCalls = 200;

export const matchesCall = ({ method, path, user }: CallMatch, call: Pick<Call, 'kind' | 'path' | 'user'>) =>
  (method === undefined || method === call.kind) &&
  (path === undefined || call.path.includes(path)) &&
  (user === undefined || user === call.user);

export function openCallLog(start: string): CallLog {
  let current = empty(start);
  let waiting: { match: CallMatch; resolve: (call: Call) => void }[] = [];
  return {
    add(call) {
      count(current, call);
      const met = waiting.filter(({ match }) => matchesCall(match, call));
      waiting = waiting.filter((one) => !met.includes(one));
      for (const { resolve } of met) resolve(call);
    },
    stats: () => current,
    reset(since) {
      current = empty(since);
    },
    next: (match = {}) => new Promise((resolve) => waiting.push({ match, resolve })),
  };
}

const empty = (since: string): Stats & { calls: Call[] } => ({
  since,
  reads: 0,
  writes: 0,
  byName: {},
  byUser: {},
  calls: [],
});

function count(stats: ReturnType<typeof empty>, call: Call): void {
  stats.calls.push(call);
  if (stats.calls.length > keptCalls) stats.calls.shift();
  stats.byName[call.name] = (stats.byName[call.name] ?? 0) + 1;
  if (call.kind === 'drive') return;
  const ofUser = (stats.byUser[call.user] ??= { reads: 0, writes: 0 });
  const key = call.kind === 'read' ? 'reads' : 'writes';
  stats[key] += 1;
  ofUser[key] += 1;
}
