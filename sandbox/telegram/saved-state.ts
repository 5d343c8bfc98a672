import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { State } from './state.ts';

const FORMAT = 'opsheet telegram emulator, 1';
const saveDelayMs = 100;

const savedSchema = z.object({ format: z.literal(FORMAT), state: z.record(z.string(), z.unknown()) });

/** The data file: read once at start, then written whole, shortly after each change, by writing beside it and renaming. */
export type SavedState = {
  state: State | undefined;
  /** Asks for a save soon; `current` is read when it happens. */
  save: (current: State) => void;
  /** Writes what is still unwritten. Rejects when the last write failed. */
  close: () => Promise<void>;
};

/** Without a file, nothing is kept. Throws when the file is there but is not one of ours. */
export async function openSavedState(file: string | undefined): Promise<SavedState> {
  if (file === undefined) return { state: undefined, save: () => {}, close: async () => {} };
  let unsaved: State | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  let failure: unknown;

  const write = () => {
    timer = undefined;
    const state = unsaved;
    if (state === undefined) return;
    unsaved = undefined;
    const body = JSON.stringify({ format: FORMAT, state });
    writing = writing
      .then(() => replaceFile(file, body))
      .then(
        () => (failure = undefined),
        (error: unknown) => (failure = error),
      );
  };

  return {
    state: await readState(file),
    save(current) {
      unsaved = current;
      timer ??= setTimeout(write, saveDelayMs).unref();
    },
    async close() {
      clearTimeout(timer);
      write();
      await writing;
      if (failure !== undefined) throw new Error(`could not write ${file}`, { cause: failure });
    },
  };
}

async function readState(file: string): Promise<State | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    // The format names this program as its writer; nothing else is promised about a file that people edit.
    return savedSchema.parse(JSON.parse(text)).state as State;
  } catch (cause) {
    throw new Error(`${file} is not a data file of this emulator: delete it, or name another with --data`, { cause });
  }
}

async function replaceFile(file: string, body: string): Promise<void> {
  const beside = `${file}.${process.pid}.new`;
  await writeFile(beside, body);
  await rename(beside, file);
}
