import { driveOperation } from './drive-operation.ts';
import { aboutFields, describeUser } from './file-answer.ts';

/** Who the caller is. Drive wants to be told what to answer. */
export const getAbout = driveOperation({
  name: 'drive.about.get',
  answerFields: aboutFields,
  needsFields: true,
  run: ({ caller: { user } }) => ({ kind: 'drive#about', user: describeUser(user, user) }),
});
