import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { takeLock } from '../supervisor/lock.ts';
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

/**
 * Without a file, nothing is kept. Throws when the file is there but is not one of ours, and when another emulator has
 * it. A write that fails is told to `onError`; the next change tries again.
 */
export async function openSavedState(file: string | undefined, onError: (error: unknown) => void): Promise<SavedState> {
  if (file === undefined) return { state: undefined, save: () => {}, close: async () => {} };
  await mkdir(dirname(file), { recursive: true });
  const lock = takeLock(`${file}.lock`, `an emulator with the data in ${file}`);
  const release = () => lock[Symbol.dispose]();
  const state = await readState(file).catch((error: unknown) => {
    release();
    throw error;
  });
  return { state, ...createWriter(file, onError, release) };
}

function createWriter(file: string, onError: (error: unknown) => void, release: () => void): Omit<SavedState, 'state'> {
  let unsaved: State | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let failure: unknown;

  async function write(): Promise<void> {
    if (unsaved === undefined) return;
    const body = JSON.stringify({ format: FORMAT, state: unsaved });
    unsaved = undefined;
    try {
      await replaceFile(file, body);
      failure = undefined;
    } catch (error) {
      failure = error;
      onError(error);
    }
  }

  /** One write after the other; each writes what is newest when its turn comes. */
  function queueWrite(): void {
    timer = undefined;
    writing = writing.then(write);
  }

  return {
    save(current) {
      unsaved = current;
      timer ??= setTimeout(queueWrite, saveDelayMs).unref();
    },
    async close() {
      clearTimeout(timer);
      queueWrite();
      await writing;
      release();
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
