/** That a file has changed since; `removed` when it is no more. */
export type Change = {
  readonly sequence: number;
  readonly fileId: string;
  readonly time: string;
  readonly removed: boolean;
};

export type ChangesPage = { changes: Change[]; nextPageToken?: string; newStartPageToken?: string };

/** The list of changes. Only the last change of a file is in it; tokens are sequence numbers. */
export type ChangeLog = {
  add: (change: Omit<Change, 'sequence'>) => void;
  /** What the next change will be found from. */
  startToken: () => string;
  /** The changes from a token on; undefined when the token is none. */
  page: (token: string, size: number) => ChangesPage | undefined;
  all: () => Change[];
};

export function openChangeLog(saved: readonly Change[] = []): ChangeLog {
  const latest = new Map(saved.map((change) => [change.fileId, change]));
  let next = saved.reduce((most, { sequence }) => Math.max(most, sequence), 0) + 1;
  return {
    all: () => [...latest.values()],
    startToken: () => String(next),
    add(change) {
      // Deleted first: a map keeps the place of a key that is only set again.
      latest.delete(change.fileId);
      latest.set(change.fileId, { ...change, sequence: next });
      next += 1;
    },
    page(token, size) {
      if (!/^\d+$/.test(token)) return undefined;
      const later = [...latest.values()].filter(({ sequence }) => sequence >= Number(token));
      const changes = later.slice(0, size);
      const following = later[size];
      return following
        ? { changes, nextPageToken: String(following.sequence) }
        : { changes, newStartPageToken: String(next) };
    },
  };
}
