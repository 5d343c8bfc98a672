import type { Change } from '../../drive/change-log.ts';
import { bool, int32, text } from '../../wire/reader.ts';
import type { Caller } from '../operation.ts';
import { invalidParameter, required } from './drive-error.ts';
import { driveOperation } from './drive-operation.ts';
import { briefFile, fileFields, wholeFile } from './file-answer.ts';
import { pageLength } from './page.ts';

export const getStartPageToken = driveOperation({
  name: 'drive.changes.getStartPageToken',
  answerFields: 'kind,startPageToken',
  run: ({ caller: { drive } }) => ({ kind: 'drive#startPageToken', startPageToken: drive.changes.startToken() }),
});

export const changesQuery = {
  pageToken: text,
  pageSize: int32,
  includeRemoved: bool,
  includeCorpusRemovals: bool,
  restrictToMyDrive: bool,
};

/** What Drive has noticed since a token was given; the last page has the token to go on from. */
export const listChanges = driveOperation({
  name: 'drive.changes.list',
  answerFields: `kind,nextPageToken,newStartPageToken,changes(kind,type,changeType,time,removed,fileId,file(${fileFields}))`,
  query: changesQuery,
  run({ caller, query: { pageToken, pageSize = 100, includeRemoved = true }, search }) {
    if (pageToken === undefined) throw required('pageToken');
    const page = caller.drive.changes.page(pageToken, pageLength(pageSize));
    if (!page) throw invalidParameter('pageToken');
    const { changes, ...tokens } = page;
    const shown = changes.filter(({ removed }) => includeRemoved || !removed);
    return {
      kind: 'drive#changeList',
      ...tokens,
      changes: shown.map((change) => describeChange(caller, change, search)),
    };
  },
});

function describeChange({ drive, user }: Caller, { fileId, time, removed }: Change, search: URLSearchParams) {
  const file = drive.find(fileId);
  return {
    kind: 'drive#change',
    type: 'file',
    changeType: 'file',
    time,
    removed,
    fileId,
    ...(file && { file: search.has('fields') ? wholeFile(file, user) : briefFile(file) }),
  };
}
