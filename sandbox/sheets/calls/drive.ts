import { ApiError } from '../errors.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import type { Store } from '../store.ts';
import { message } from '../wire/message.ts';
import { bool, int32, list, text } from '../wire/reader.ts';
import { operation } from './operation.ts';
import { fileQuery } from './drive-query.ts';

const mimeType = 'application/vnd.google-apps.spreadsheet';
const fileFields =
  'kind,id,name,mimeType,createdTime,modifiedTime,trashed,webViewLink,owners(kind,displayName,emailAddress,me)';
/** Drives, permissions and the like: taken and without effect, as there is one drive and everybody may open everything. */
const driveOptions = { supportsAllDrives: bool, supportsTeamDrives: bool };

export const createFile = operation({
  name: 'drive.files.create',
  kind: 'drive',
  answerFields: fileFields,
  query: driveOptions,
  body: message('File', { name: text, mimeType: text, parents: list(text) }),
  run({ caller: { store, user }, body, search }) {
    if (body.mimeType !== mimeType) throw refused(`The emulator keeps files of the type ${mimeType} only.`);
    return store.create(user, body.name ?? 'Untitled', ({ book }) => fileOf(book, search));
  },
});

export const getFile = operation({
  name: 'drive.files.get',
  kind: 'drive',
  answerFields: fileFields,
  query: { ...driveOptions, includeItemsFromAllDrives: bool },
  run: ({ caller: { store }, target, search }) => fileOf(bookOf(store, target.fileId), search),
});

/** Newest first. `q` may be comparisons of `name`, `mimeType` and `trashed`, joined by `and`; another query is refused. */
export const listFiles = operation({
  name: 'drive.files.list',
  kind: 'drive',
  answerFields: `kind,nextPageToken,incompleteSearch,files(${fileFields})`,
  query: {
    ...driveOptions,
    includeItemsFromAllDrives: bool,
    q: text,
    pageSize: int32,
    pageToken: text,
    corpora: text,
    spaces: text,
    orderBy: text,
  },
  run({ caller: { store }, query: { q = '', pageSize = 100, pageToken = '0' }, search }) {
    const matches = fileQuery(q);
    if (!matches) throw refused('Invalid Value');
    const found = store.all().filter((book) => matches({ name: book.title, mimeType, trashed: false }));
    const start = Number(pageToken);
    const page = found.toReversed().slice(start, start + pageSize);
    const isLast = start + pageSize >= found.length;
    return {
      kind: 'drive#fileList',
      ...(!isLast && { nextPageToken: String(start + pageSize) }),
      ...(search.get('fields') === null && { incompleteSearch: false }),
      files: page.map((book) => fileOf(book, search)),
    };
  },
});

/** Deletes for good; the answer is empty. */
export const deleteFile = operation({
  name: 'drive.files.delete',
  kind: 'drive',
  answerFields: '',
  query: driveOptions,
  run({ caller: { store }, target }) {
    store.remove(bookOf(store, target.fileId).spreadsheetId);
  },
});

/** Without `fields` Drive names a file by four fields only. */
function fileOf(book: Spreadsheet, search: URLSearchParams) {
  const { spreadsheetId: id, title: name, createdTime, modifiedTime, owner } = book;
  const basic = { kind: 'drive#file', id, name, mimeType };
  if (search.get('fields') === null) return basic;
  const owners = [{ kind: 'drive#user', displayName: owner, emailAddress: owner }];
  return {
    ...basic,
    createdTime,
    modifiedTime,
    trashed: false,
    webViewLink: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    owners,
  };
}

function bookOf(store: Store, fileId: string): Spreadsheet {
  const book = store.all().find((one) => one.spreadsheetId === fileId);
  if (!book) throw driveError({ code: 404, message: `File not found: ${fileId}.`, reason: 'notFound' });
  return book;
}

const refused = (message: string) => driveError({ code: 400, message, reason: 'invalid' });

type DriveProblem = { code: number; message: string; reason: string };

/** Drive answers with the older envelope: a list of errors and no status. */
function driveError({ code, message, reason }: DriveProblem): ApiError {
  return new ApiError({ code, message, errors: [{ message, domain: 'global', reason }] });
}
