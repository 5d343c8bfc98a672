import { badRequest } from '../../api-error.ts';
import { integerOf, textOf, type CallParameters } from '../../call-parameters.ts';
import {
  findLiveConversation,
  findMessage,
  findOpenConversation,
  type Conversation,
} from '../../chats/conversation.ts';
import { pinMessage, pinnedMessage, unpinMessages } from '../../chats/pins.ts';
import type { StoredMessage } from '../../state.ts';
import type { Updates } from '../../updates/queue.ts';
import type { World } from '../../world.ts';
import type { Methods } from '../method.ts';

export function pinningMethods(world: World, updates: Updates): Methods {
  return {
    pinChatMessage(parameters) {
      const conversation = findOpenConversation(world, textOf(parameters, 'chat_id'));
      const stored = findNamed(conversation, parameters, 'message to pin not found');
      const message = pinMessage(world, conversation, stored);
      if (message) updates.push({ message });
      return { result: true };
    },
    unpinChatMessage(parameters) {
      const conversation = findLiveConversation(world, textOf(parameters, 'chat_id'));
      const missing = 'message to unpin not found';
      const named = integerOf(parameters, 'message_id') !== 0;
      const stored = named ? findNamed(conversation, parameters, missing) : pinnedMessage(conversation.chat);
      if (!stored) throw badRequest(missing);
      unpinMessages(world, conversation.chat, (id) => id === stored.frame.message_id);
      return { result: true };
    },
    unpinAllChatMessages(parameters) {
      const { chat } = findLiveConversation(world, textOf(parameters, 'chat_id'));
      unpinMessages(world, chat, () => true);
      return { result: true };
    },
  };
}

function findNamed({ chat }: Conversation, parameters: CallParameters, missing: string): StoredMessage {
  const stored = findMessage(chat, integerOf(parameters, 'message_id'));
  if (!stored) throw badRequest(missing);
  return stored;
}
