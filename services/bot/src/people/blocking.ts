import { Composer } from 'grammy';
import type { TurnContext } from '../bot/turn.ts';
import { recordBlocked } from './record.ts';

/** A person blocks the bot or lets it in again. There is nobody to answer. */
export const blocking = new Composer<TurnContext>();

blocking.on('my_chat_member', async ({ turn, myChatMember }) => {
  if (turn.away) return;
  const blocked = myChatMember.new_chat_member.status === 'kicked';
  await turn.write((tx) => recordBlocked(tx, turn.speaker.id, blocked));
});
