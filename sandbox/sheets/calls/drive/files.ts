import type { Caller } from '../operation.ts';
import { folderType, newFile, spreadsheetType } from '../../drive/file.ts';
import type { DriveFile, Facts } from '../../drive/file.ts';
import { rootIdOf } from '../../drive/identity.ts';
import type { Aspect } from '../../drive/journal.ts';
import { contentOf } from '../../spreadsheet/copy.ts';
import { newSpreadsheetId } from '../../spreadsheet/ids.ts';
import { bool, list, text } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import { badRequest, fileNotFound, forbidden } from './drive-error.ts';
import { driveBody, driveOperation } from './drive-operation.ts';
import { describeFile, fileFields } from './file-answer.ts';

export const FileBody = driveBody('File', {
  name: text,
  mimeType: text,
  description: text,
  parents: list(text),
  starred: bool,
  trashed: bool,
});
export type FileBody = Read<typeof FileBody>;

export const createFile = driveOperation({
  name: 'drive.files.create',
  answerFields: fileFields,
  body: FileBody,
  run: ({ caller, body, search }) => describeFile(makeFile(caller, body), caller.user, search),
});

/** A workbook with one empty sheet, or a folder. */
export function makeFile(caller: Caller, body: FileBody): DriveFile {
  const { drive, store, user, now } = caller;
  const { name = 'Untitled' } = body;
  const parents = parentsOf(caller, body);
  if (body.mimeType === folderType) {
    const createdTime = now.toISOString();
    const folder = newFile({ id: newSpreadsheetId(), mimeType: folderType, name, owner: user, createdTime });
    return drive.add({ ...folder, ...parents, ...descriptionOf(body) });
  }
  if (body.mimeType !== spreadsheetType)
    throw badRequest(`The emulator keeps files of the types ${spreadsheetType} and ${folderType} only.`);
  const id = store.create(user, name, ({ book }) => book.spreadsheetId);
  return withFacts(caller, fileById(caller, id), { ...parents, ...descriptionOf(body) });
}

export const getFile = driveOperation({
  name: 'drive.files.get',
  answerFields: fileFields,
  run: ({ caller, target, search }) => describeFile(fileById(caller, target.fileId), caller.user, search),
});

export const updateFile = driveOperation({
  name: 'drive.files.update',
  needs: 'write',
  answerFields: fileFields,
  query: { addParents: text, removeParents: text },
  body: FileBody,
  run({ caller, target, query, body, search }) {
    const file = fileById(caller, target.fileId);
    const moved = withFacts(caller, file, movedParents(caller, file, query));
    return describeFile(changed(caller, moved, body), caller.user, search);
  },
});

function changed(caller: Caller, file: DriveFile, body: FileBody): DriveFile {
  const { name = file.name, trashed = file.trashed, starred = file.starred } = body;
  const { drive, store, user } = caller;
  if (name !== file.name && file.mimeType === spreadsheetType) {
    store.edit(file.id, user, ({ book }) => {
      book.title = name;
    });
    return changed(caller, fileById(caller, file.id), body);
  }
  const facts = {
    ...descriptionOf(body),
    ...(name !== file.name && { name }),
    ...(starred !== file.starred && { starred }),
  };
  const noted = Object.keys(facts).length > 0 ? drive.change(file, facts, { user, aspects: ['properties'] }) : file;
  if (trashed === file.trashed) return noted;
  return drive.change(noted, { trashed }, { user, state: trashed ? 'trash' : 'untrash' });
}

/** A copy belongs to who made it, and is where the original is. */
export const copyFile = driveOperation({
  name: 'drive.files.copy',
  answerFields: fileFields,
  query: { copyComments: bool },
  body: FileBody,
  run({ caller, target, body, search }) {
    const { store, user } = caller;
    const source = fileById(caller, target.fileId);
    if (source.mimeType !== spreadsheetType)
      throw forbidden('This file cannot be copied by the user.', 'cannotCopyFile');
    const id = store.create(user, body.name ?? `Copy of ${source.name}`, ({ book }) => {
      Object.assign(book, contentOf(store.get(source.id)));
      return book.spreadsheetId;
    });
    const parents = body.parents ? parentsOf(caller, body) : { parents: source.parents };
    return describeFile(withFacts(caller, fileById(caller, id), parents), user, search);
  },
});

/** Deletes for good, a folder with all that is in it; the answer is empty. */
export const deleteFile = driveOperation({
  name: 'drive.files.delete',
  needs: 'write',
  answerFields: '',
  run({ caller, target }) {
    removeWithin(caller, fileById(caller, target.fileId));
  },
});

function removeWithin(caller: Caller, file: DriveFile): void {
  const { drive, store, user } = caller;
  for (const child of drive.files().filter(({ parents }) => parents.includes(file.id))) removeWithin(caller, child);
  if (file.mimeType === spreadsheetType) store.remove(file.id, user);
  else drive.remove(file, user);
}

export function fileById({ drive }: Caller, fileId: string): DriveFile {
  const file = drive.find(fileId);
  if (!file) throw fileNotFound(fileId);
  return file;
}

const descriptionOf = ({ description }: FileBody): Facts => (description === undefined ? {} : { description });

function parentsOf(caller: Caller, { parents = [] }: FileBody): Facts {
  if (parents.length > 1) throw forbidden('A file cannot have multiple parents.', 'multipleParentsNotAllowed');
  return parents.length > 0 ? { parents: parents.map((id) => folderId(caller, id)) } : {};
}

type Moves = { readonly addParents?: string; readonly removeParents?: string };

function movedParents(caller: Caller, file: DriveFile, { addParents = '', removeParents = '' }: Moves): Facts {
  const added = idsIn(addParents).map((id) => folderId(caller, id));
  const removed = idsIn(removeParents).map((id) => (id === 'root' ? rootIdOf(caller.user) : id));
  if (added.length + removed.length === 0) return {};
  const parents = [...new Set([...file.parents.filter((id) => !removed.includes(id)), ...added])];
  if (parents.length > 1) throw forbidden('Increasing the number of parents is not allowed', 'cannotAddParent');
  return { parents };
}

const idsIn = (text: string) => text.split(',').filter((id) => id !== '');

function folderId({ drive, user }: Caller, id: string): string {
  if (id === 'root' || id === rootIdOf(user)) return rootIdOf(user);
  if (drive.find(id)?.mimeType !== folderType) throw fileNotFound(id);
  return id;
}

function withFacts({ drive, user }: Caller, file: DriveFile, facts: Facts): DriveFile {
  if (Object.keys(facts).length === 0) return file;
  const aspects: Aspect[] = facts.parents ? ['parents'] : ['properties'];
  return drive.change(file, facts, { user, aspects });
}
