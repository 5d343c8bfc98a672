import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endLeftover } from './infrastructure/postgres.ts';

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

/** Names the places and makes the folder. */
export async function openDataFolder(root: string): Promise<DataFolder> {
  await mkdir(root, { recursive: true });
  const entries = Object.entries(contents).map(([name, file]) => [name, join(root, file)]);
  // The keys are those of `contents`, which Object.entries forgets.
  return { root, ...(Object.fromEntries(entries) as Record<keyof typeof contents, string>) };
}

/** Forgets all business data. What is only fetched or running (the nats-server binary, the lock) stays. */
export async function forgetData(folder: DataFolder): Promise<void> {
  await endLeftover(folder.postgres);
  const data = [folder.postgres, folder.nats, folder.sheets, folder.telegram, folder.serviceAccount];
  for (const path of data) await rm(path, { recursive: true, force: true });
}
