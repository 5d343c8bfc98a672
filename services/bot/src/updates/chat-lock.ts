import type { Session } from '@opsheet/shared/database/session';

/** Two keys, so that no chat meets a lock of another purpose. Chats whose hashes meet take turns, nothing worse. */
const key = `hashtext('opsheet.telegram.chat'), hashtext($1)`;

/** Makes a chat this session's own, until it is unlocked or the session ends; false when it is another's. */
export async function lockChat(session: Session, chat: string): Promise<boolean> {
  const [row] = await session.query<{ taken: boolean }>(`select pg_try_advisory_lock(${key}) as taken`, [chat]);
  return row?.taken === true;
}

export const unlockChat = (session: Session, chat: string) =>
  session.query(`select pg_advisory_unlock(${key})`, [chat]);
