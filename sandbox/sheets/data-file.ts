import { mkdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Clock } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import { takeLock } from '../supervisor/lock.ts';
import { emptyOverlay } from './overlay/overlay.ts';
import { defaultTheme } from './spreadsheet/look/default-format.ts';
import type { DriveState } from './drive/drive.ts';
import type { Spreadsheet } from './spreadsheet/spreadsheet.ts';

const settleMs = 200;
const Contents = z.object({
  version: z.literal(1),
  spreadsheets: z.array(z.looseObject({ spreadsheetId: z.string(), sheets: z.array(z.unknown()) })),
  drive: z.looseObject({ files: z.array(z.unknown()) }).optional(),
});

/** What is kept between runs. A file that an older emulator wrote has nothing of Drive. */
export type Kept = { readonly spreadsheets: readonly Spreadsheet[]; readonly drive?: DriveState };

/** The state of an earlier run; no workbooks when there is no file yet. Throws when the file is not one of ours. */
export async function readDataFile(path: string): Promise<Kept> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return { spreadsheets: [] };
  try {
    // The emulator wrote the file itself, and the version tells that the form is the present one.
    const { spreadsheets, drive } = Contents.parse(JSON.parse(text)) as unknown as Kept;
    return { spreadsheets: spreadsheets.map(restoreGaps), ...(drive && { drive }) };
  } catch (error) {
    throw new Error(
      `${path} holds no workbooks that this emulator can read (${describe(error)}): move it away to begin anew`,
      { cause: error },
    );
  }
}

/** JSON has null where a row has no cell. A file that an older emulator wrote lacks what has come since. */
function restoreGaps(book: Spreadsheet): Spreadsheet {
  book.developerMetadata ??= [];
  book.theme ??= defaultTheme;
  for (const sheet of book.sheets) {
    sheet.overlay ??= emptyOverlay;
    const { grid } = sheet;
    grid.rows = grid.rows.map((row) => row.map((cell) => cell ?? undefined));
    grid.mayHaveFormulas = grid.rows.some((row) => row.some((cell) => cell?.formula !== undefined));
    grid.rowDimensions = grid.rowDimensions.map((look) => look ?? undefined);
    grid.columnDimensions = grid.columnDimensions.map((look) => look ?? undefined);
  }
  return book;
}

/** Writes the workbooks a moment after a change, so that a run of changes is one write. */
export type DataFile = { changed: () => void; close: () => Promise<void> };

type DataFileOptions = { path: string; clock: Clock; contents: () => Kept; failed: (error: unknown) => void };

/**
 * The file is replaced as a whole: a reader, or a start after a crash, never sees half of it. Throws RunningError when
 * another emulator has it.
 */
export function openDataFile({ path, clock, contents, failed }: DataFileOptions): DataFile {
  mkdirSync(dirname(path), { recursive: true });
  const lock = takeLock(`${path}.lock`, `an emulator with the data in ${path}`);
  const closing = new AbortController();
  let pending = false;
  let saving = Promise.resolve();
  const save = async () => {
    pending = false;
    await writeFile(`${path}.new`, JSON.stringify({ version: 1, ...contents() }));
    await rename(`${path}.new`, path);
  };
  const later = async () => {
    await clock.sleep(settleMs, closing.signal);
    await save();
  };
  return {
    changed() {
      if (pending) return;
      pending = true;
      saving = saving.then(later).catch(failed);
    },
    async close() {
      closing.abort();
      await saving;
      lock[Symbol.dispose]();
    },
  };
}
