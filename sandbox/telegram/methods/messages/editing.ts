import { badRequest } from '../../api-error.ts';
import { integerOf, textOf, type CallParameters } from '../../call-parameters.ts';
import { checkUnblocked, editMessage, findLiveConversation, findMessage } from '../../chats/conversation.ts';
import { readInlineMarkup } from '../../keyboards/markup.ts';
import type { Chat, StoredMessage } from '../../state.ts';
import { readText } from '../../text/formatted-text.ts';
import { asText } from '../../text/message-text.ts';
import type { World } from '../../world.ts';
import type { Methods } from '../method.ts';
import { readLinkPreview } from './sending.ts';

/** An edit says all that the message then says: a caption or buttons left out are gone. */
export function editingMethods(world: World): Methods {
  const { settings } = world;
  return {
    editMessageText(parameters) {
      const formatted = readText(world, parameters);
      const preview = readLinkPreview(parameters);
      const buttons = readInlineMarkup(parameters, settings);
      const { chat, stored } = findEditable(world, parameters);
      if (stored.content.text === undefined) throw badRequest('there is no text in the message to edit');
      const content = { ...asText(formatted), ...(preview && { link_preview_options: preview }) };
      return { result: editMessage(world, chat, { stored, content, buttons }) };
    },
    editMessageReplyMarkup(parameters) {
      const buttons = readInlineMarkup(parameters, settings);
      const { chat, stored } = findEditable(world, parameters);
      return { result: editMessage(world, chat, { stored, content: stored.content, buttons }) };
    },
  };
}

/** The bot's message that a call names. Throws where it cannot be edited. */
export function findEditable(world: World, parameters: CallParameters): { chat: Chat; stored: StoredMessage } {
  const chatId = textOf(parameters, 'chat_id');
  const messageId = integerOf(parameters, 'message_id');
  if (chatId === '' && messageId === 0) {
    if (textOf(parameters, 'inline_message_id') === '') throw badRequest('Message identifier is not specified');
    // There is no inline mode here, so no such message was ever sent.
    throw badRequest('MESSAGE_ID_INVALID');
  }
  const { chat } = findLiveConversation(world, chatId);
  const stored = findMessage(chat, messageId);
  if (!stored) throw badRequest('message to edit not found');
  checkUnblocked(chat);
  if (!isEditable(stored)) throw badRequest("message can't be edited");
  return { chat, stored };
}

/** What the bot itself has written (source: a forward is what somebody else wrote), without keys below the input field. */
function isEditable({ side, fixed, frame }: StoredMessage): boolean {
  return side === 'bot' && !fixed && frame.forward_origin === undefined;
}
