import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The contents of files, each kept once, under the SHA-256 (hexadecimal) of its bytes. */
export type FileBytes = {
  /** Resolves with the name when the bytes are as durable as they will be. */
  put: (bytes: Buffer) => Promise<string>;
  get: (sha256: string) => Promise<Buffer | undefined>;
};

/** In a folder beside the data file, because that is written whole at every change; in memory where there is no data file. */
export function openFileBytes(dataFile: string | undefined): FileBytes {
  return dataFile === undefined ? inMemory() : inFolder(filesFolder(dataFile));
}

export function filesFolder(dataFile: string): string {
  return `${dataFile}.files`;
}

function inMemory(): FileBytes {
  const contents = new Map<string, Buffer>();
  return {
    async put(bytes) {
      const name = sha256Of(bytes);
      // An upload is a slice of its request, the rest of which need not be kept.
      if (!contents.has(name)) contents.set(name, Buffer.from(bytes));
      return name;
    },
    get: async (name) => contents.get(name),
  };
}

function inFolder(folder: string): FileBytes {
  return {
    async put(bytes) {
      const name = sha256Of(bytes);
      const file = join(folder, name);
      if (await exists(file)) return name;
      await mkdir(folder, { recursive: true });
      const beside = `${file}.${randomUUID()}.new`;
      await writeFile(beside, bytes);
      await rename(beside, file);
      return name;
    },
    get: (name) => unlessMissing(readFile(join(folder, name))),
  };
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function exists(file: string): Promise<boolean> {
  return (await unlessMissing(access(file).then(() => true))) === true;
}

async function unlessMissing<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
