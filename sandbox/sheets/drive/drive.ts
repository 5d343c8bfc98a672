import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import type { StoreChange } from '../store.ts';
import { openAccess } from './access.ts';
import type { Access } from './access.ts';
import { openChangeLog } from './change-log.ts';
import type { Change, ChangeLog } from './change-log.ts';
import { newFile, spreadsheetType } from './file.ts';
import type { DriveFile, Facts } from './file.ts';
import { openJournal } from './journal.ts';
import type { Aspect, FileState, Happening, Journal } from './journal.ts';
import type { Channel } from './push/channel.ts';
import { openChannels } from './push/channels.ts';
import type { Channels } from './push/channels.ts';
import { openPushFaults } from './push/push-faults.ts';
import type { PushFaults } from './push/push-faults.ts';

/** What is kept between runs. */
export type DriveState = {
  readonly files: readonly DriveFile[];
  readonly changes: readonly Change[];
  readonly channels: readonly Channel[];
};

/** The workbooks and folders as Drive sees them: where they are, whose they are, and that they have changed. */
export type Drive = {
  /** In the order of their making. */
  files: () => DriveFile[];
  find: (id: string) => DriveFile | undefined;
  add: (file: DriveFile) => DriveFile;
  /** Changes what Drive itself keeps of a file that is there. */
  change: (file: DriveFile, facts: Facts, what: What) => DriveFile;
  remove: (file: DriveFile, user: string) => void;
  /** A workbook was made, edited or removed. */
  hear: (change: StoreChange) => void;
  readonly changes: ChangeLog;
  readonly channels: Channels;
  readonly journal: Journal;
  readonly pushFaults: PushFaults;
  readonly access: Access;
  state: () => DriveState;
};

/** By whom a file was changed, and what is told of it; `aspects` is for updates. */
export type What = { user: string; state?: FileState; aspects?: readonly Aspect[] };

type DriveOptions = {
  clock: Clock;
  lagMs: number;
  enforceSharing: boolean;
  signal: AbortSignal;
  saved?: DriveState | undefined;
  /** Those of an earlier run: such as Drive has not kept anything of are as if just made. */
  spreadsheets?: readonly Spreadsheet[];
  /** Something to be saved has changed. */
  changed: () => void;
};

export function openDrive({
  clock,
  lagMs,
  enforceSharing,
  signal,
  saved,
  spreadsheets = [],
  changed,
}: DriveOptions): Drive {
  const known = [...spreadsheets.map(fileOf), ...(saved?.files ?? [])];
  const files = new Map(known.map((file) => [file.id, file]));
  const changes = openChangeLog(saved?.changes);
  const pushFaults = openPushFaults();
  const channels = openChannels({ clock, faults: pushFaults, signal, saved: saved?.channels ?? [], changed });
  const journal = openJournal({ clock, lagMs, signal, notice });

  function notice(happening: Happening): void {
    const { fileId } = happening;
    const file = files.get(fileId);
    if (file) files.set(fileId, noticed(file, happening));
    changes.add({ fileId, time: new Date(clock.now()).toISOString(), removed: file === undefined });
    changed();
    channels.tell(happening);
  }

  function put(file: DriveFile, { user, state = 'update', aspects = [] }: What): DriveFile {
    files.set(file.id, file);
    journal.record({ fileId: file.id, state, aspects, user, timeMs: clock.now() });
    changed();
    return files.get(file.id) ?? file;
  }

  function remove(file: DriveFile, user: string): void {
    files.delete(file.id);
    journal.record({ fileId: file.id, state: 'remove', aspects: [], user, timeMs: clock.now() });
  }

  function hear({ book, happened, user }: StoreChange): void {
    const { spreadsheetId: id, title: name } = book;
    const file = files.get(id);
    if (happened === 'removed') {
      if (file) remove(file, user);
      return;
    }
    if (!file) {
      put(fileOf(book), { user, state: 'add' });
      return;
    }
    put({ ...file, name }, { user, aspects: file.name === name ? ['content', 'properties'] : ['properties'] });
  }

  return {
    files: () => [...files.values()],
    find: (id) => files.get(id),
    add: (file) => put(file, { user: file.owner, state: 'add' }),
    change: (file, facts, what) => put({ ...file, ...facts }, what),
    remove,
    hear,
    changes,
    channels,
    journal,
    pushFaults,
    access: openAccess(enforceSharing),
    state: () => ({ files: [...files.values()], changes: changes.all(), channels: channels.all() }),
  };
}

const fileOf = ({ spreadsheetId, title, owner, createdTime, modifiedTime }: Spreadsheet): DriveFile =>
  newFile({ id: spreadsheetId, mimeType: spreadsheetType, name: title, owner, createdTime, modifiedTime });

/** Being moved, shared or put in the trash is no modification. */
function noticed(file: DriveFile, { aspects, user, timeMs }: Happening): DriveFile {
  const isModified = aspects.includes('content') || aspects.includes('properties');
  return {
    ...file,
    version: file.version + 1,
    ...(isModified && { modifiedTime: new Date(timeMs).toISOString(), lastModifyingUser: user }),
  };
}
