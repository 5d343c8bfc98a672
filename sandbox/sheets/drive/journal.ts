import type { Clock } from '@opsheet/shared/runtime/clock';

/** What became of a file, as a push message tells it. */
export type FileState = 'add' | 'update' | 'trash' | 'untrash' | 'remove';
/** What an update was about. */
export type Aspect = 'content' | 'properties' | 'parents' | 'children' | 'permissions';

export type Happening = {
  readonly fileId: string;
  readonly state: FileState;
  readonly aspects: readonly Aspect[];
  readonly user: string;
  readonly timeMs: number;
};

/**
 * Passes on what happens to files when the lag is over. What happens to a file in the meantime is passed on with it, as
 * one: Drive notices a run of edits minutes later, and once.
 */
export type Journal = {
  record: (happening: Happening) => void;
  lagMs: () => number;
  /** Counts from the next happening on. */
  setLag: (lagMs: number) => void;
  /** Passes on at once what still waits. */
  flush: () => void;
};

type JournalOptions = { clock: Clock; lagMs: number; signal: AbortSignal; notice: (happening: Happening) => void };

export function openJournal({ clock, lagMs: initial, signal, notice }: JournalOptions): Journal {
  let lagMs = initial;
  const waiting = new Map<string, Happening>();

  function pass(fileId: string): void {
    const happening = waiting.get(fileId);
    if (!happening) return;
    waiting.delete(fileId);
    notice(happening);
  }

  async function passLater(fileId: string): Promise<void> {
    await clock.sleep(lagMs, signal);
    if (!signal.aborted) pass(fileId);
  }

  return {
    lagMs: () => lagMs,
    setLag(ms) {
      lagMs = ms;
    },
    record(happening) {
      const earlier = waiting.get(happening.fileId);
      waiting.set(happening.fileId, earlier ? merged(earlier, happening) : happening);
      if (lagMs === 0) pass(happening.fileId);
      else if (!earlier) void passLater(happening.fileId);
    },
    flush() {
      for (const fileId of waiting.keys()) pass(fileId);
    },
  };
}

/** The later state counts, but an update does not hide that the file is new, or in the trash. */
function merged(earlier: Happening, later: Happening): Happening {
  const state = later.state === 'update' ? earlier.state : later.state;
  return { ...later, state, aspects: [...new Set([...earlier.aspects, ...later.aspects])] };
}
