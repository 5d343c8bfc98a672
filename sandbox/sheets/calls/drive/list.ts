import { fileOrder } from '../../drive/search/order.ts';
import { fileTest } from '../../drive/search/search.ts';
import { int32, text } from '../../wire/reader.ts';
import { invalidParameter } from './drive-error.ts';
import { driveOperation } from './drive-operation.ts';
import { describeFile, fileFields } from './file-answer.ts';
import { pageOf } from './page.ts';

/** Newest first unless `orderBy` says otherwise, those in the trash among them. */
export const listFiles = driveOperation({
  name: 'drive.files.list',
  answerFields: `kind,nextPageToken,incompleteSearch,files(${fileFields})`,
  query: { q: text, pageSize: int32, pageToken: text, orderBy: text },
  run({ caller: { drive, user }, query: { q = '', pageSize = 100, pageToken = '', orderBy }, search }) {
    const test = fileTest(q);
    if (!test) throw invalidParameter('q');
    const order = orderBy ? fileOrder(orderBy) : undefined;
    if (orderBy && !order) throw invalidParameter('orderBy');
    const found = drive
      .files()
      .toReversed()
      .filter((file) => drive.access.allows(file, user, 'read') && test(file, { user }));
    const { items, nextPageToken } = pageOf(order ? found.toSorted(order) : found, pageToken, pageSize);
    return {
      kind: 'drive#fileList',
      ...(nextPageToken && { nextPageToken }),
      incompleteSearch: false,
      files: items.map((file) => describeFile(file, user, search)),
    };
  },
});
