/** One line of the feed, as the page gets it. */
export type FeedEntry = {
  /** Grows, over restarts of the sandbox too. */
  readonly id: number;
  /** ISO, UTC. */
  readonly at: string;
  readonly kind: 'command' | 'reply' | 'event' | 'cache' | 'other' | 'sandbox';
  readonly subject: string;
  /** What it means, in plain words. */
  readonly says: string;
  /** The payload as text, cut after `longestBody` characters. */
  readonly body: string;
  /** Of the whole payload. */
  readonly bytes: number;
};

export type FeedLine = Pick<FeedEntry, 'kind' | 'subject' | 'says'> & { payload: string };

/** What has passed lately. It is bounded: the oldest entries make room. */
export type Feed = {
  add: (line: FeedLine) => void;
  /** The entries that are still kept and newer than `id`, oldest first. */
  after: (id: number) => readonly FeedEntry[];
  /** Calls `hear` with every new entry, until the result is called. */
  listen: (hear: (entry: FeedEntry) => void) => () => void;
};

const kept = 500;
const longestBody = 16_384;

/** Ids begin with the time, so that a page that outlives the sandbox does not take the new entries for old ones. */
export function openFeed(now: () => number): Feed {
  const entries: FeedEntry[] = [];
  const listeners = new Set<(entry: FeedEntry) => void>();
  let id = now();
  return {
    add({ payload, ...line }) {
      id += 1;
      const at = new Date(now()).toISOString();
      const entry = { id, at, ...line, body: payload.slice(0, longestBody), bytes: Buffer.byteLength(payload) };
      entries.push(entry);
      if (entries.length > kept) entries.shift();
      for (const hear of listeners) hear(entry);
    },
    after: (last) => entries.filter((entry) => entry.id > last),
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}
