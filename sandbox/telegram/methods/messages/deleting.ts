import { badRequest } from '../../api-error.ts';
import { integerOf, textOf } from '../../call-parameters.ts';
import { findLiveConversation, findMessage, removeMessages } from '../../chats/conversation.ts';
import type { StoredMessage } from '../../state.ts';
import type { World } from '../../world.ts';
import { readMessageIds } from './message-ids.ts';
import type { Methods } from '../method.ts';

/** A bot may delete its messages and the person's, for both, while they are young. */
export function deletingMethods(world: World): Methods {
  function checkAge({ frame }: StoredMessage): void {
    const ageMs = (world.date() - frame.date) * 1000;
    if (ageMs > world.settings.deletableMs) throw badRequest("message can't be deleted for everyone");
  }

  return {
    deleteMessage(parameters) {
      const chatId = textOf(parameters, 'chat_id');
      if (chatId === '') throw badRequest('Chat identifier is not specified');
      const messageId = integerOf(parameters, 'message_id');
      if (messageId <= 0) throw badRequest('Message identifier is not specified');
      const { chat } = findLiveConversation(world, chatId);
      const stored = findMessage(chat, messageId);
      if (!stored) throw badRequest('message to delete not found');
      checkAge(stored);
      removeMessages(world, chat, [stored]);
      return { result: true };
    },
    /** Those that are not there are skipped; one that is too old keeps all of them. */
    deleteMessages(parameters) {
      const ids = readMessageIds(parameters);
      const { chat } = findLiveConversation(world, textOf(parameters, 'chat_id'));
      const found = ids.map((id) => findMessage(chat, id)).filter((stored) => stored !== undefined);
      for (const stored of found) checkAge(stored);
      removeMessages(world, chat, found);
      return { result: true };
    },
  };
}
