import { access, constants, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '@opsheet/shared/runtime/config';
import { endLeftover } from './infrastructure/postgres.ts';
import { filesFolder } from './telegram/media/file/bytes.ts';

/** Where the sandbox keeps what it has to find again. All paths are absolute. */
export type DataFolder = Readonly<Record<'root' | keyof typeof contents, string>>;

const contents = {
  postgres: 'postgres',
  nats: 'nats',
  sheets: 'sheets.json',
  telegram: 'telegram.json',
  serviceAccount: 'service-account.json',
  lock: 'lock.json',
  processes: 'processes.json',
  endpoints: 'endpoints.json',
} as const;

/** Names the places and makes the folder. Throws ConfigError where this user may not write. */
export async function openDataFolder(root: string): Promise<DataFolder> {
  await makeWritable(root);
  const entries = Object.entries(contents).map(([name, file]) => [name, join(root, file)]);
  // The keys are those of `contents`, which Object.entries forgets.
  return { root, ...(Object.fromEntries(entries) as Record<keyof typeof contents, string>) };
}

async function makeWritable(root: string): Promise<void> {
  try {
    await mkdir(root, { recursive: true });
    await access(root, constants.W_OK);
  } catch (cause) {
    throw new ConfigError(`${root} cannot be written to by this user: give another folder by --data DIR`, { cause });
  }
}

/** Forgets all business data. What is only fetched or running (the nats-server binary, the lock) stays. */
export async function forgetData(folder: DataFolder): Promise<void> {
  await endLeftover(folder.postgres);
  const { postgres, nats, sheets, telegram, serviceAccount } = folder;
  const data = [postgres, nats, sheets, telegram, filesFolder(telegram), serviceAccount];
  for (const path of data) await rm(path, { recursive: true, force: true });
}
