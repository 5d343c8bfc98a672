import { randomBytes } from 'node:crypto';
import type { Comment } from '../../drive/file.ts';
import { bool, int32, text } from '../../wire/reader.ts';
import { required } from './drive-error.ts';
import { driveBody, driveOperation } from './drive-operation.ts';
import { describeUser } from './file-answer.ts';
import { fileById } from './files.ts';
import { pageOf } from './page.ts';

const commentFields =
  'kind,id,content,htmlContent,anchor,createdTime,modifiedTime,deleted,resolved,replies,author(kind,displayName,me)';

export const createComment = driveOperation({
  name: 'drive.comments.create',
  answerFields: commentFields,
  needsFields: true,
  body: driveBody('Comment', { content: text, anchor: text }),
  run({ caller, target, body: { content, anchor } }) {
    const { drive, user, now } = caller;
    const file = fileById(caller, target.fileId);
    if (!content) throw required('comment.content');
    const id = randomBytes(8).toString('base64url');
    const comment = { id, content, ...(anchor && { anchor }), author: user, createdTime: now.toISOString() };
    drive.change(file, { comments: [...file.comments, comment] }, { user });
    return describeComment(comment, user);
  },
});

/** Newest first. */
export const listComments = driveOperation({
  name: 'drive.comments.list',
  answerFields: `kind,nextPageToken,comments(${commentFields})`,
  needsFields: true,
  query: { pageSize: int32, pageToken: text, includeDeleted: bool, startModifiedTime: text },
  run({ caller, target, query: { pageSize = 20, pageToken = '' } }) {
    const { comments } = fileById(caller, target.fileId);
    const { items, nextPageToken } = pageOf(comments.toReversed(), pageToken, pageSize);
    return {
      kind: 'drive#commentList',
      ...(nextPageToken && { nextPageToken }),
      comments: items.map((comment) => describeComment(comment, caller.user)),
    };
  },
});

function describeComment({ author, createdTime, ...comment }: Comment, me: string) {
  const { kind, displayName, me: isMine } = describeUser(author, me);
  return {
    kind: 'drive#comment',
    ...comment,
    htmlContent: comment.content,
    createdTime,
    modifiedTime: createdTime,
    author: { kind, displayName, me: isMine },
    deleted: false,
    replies: [],
  };
}
