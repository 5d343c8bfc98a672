import { badRequest, forbidden } from '../api-error.ts';
import { booleanOf, integerOf, textOf, type CallParameters } from '../call-parameters.ts';
import { editMessage, findConversation, findMessage, removeMessage } from '../chats/conversation.ts';
import { readInlineMarkup } from '../keyboards/markup.ts';
import type { Content } from '../message.ts';
import type { Chat, StoredMessage } from '../state.ts';
import { readCaption, readText } from '../text/formatted-text.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';
import { asCaption, asText, readLinkPreview } from './sending.ts';

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
    editMessageCaption(parameters) {
      const buttons = readInlineMarkup(parameters, settings);
      const caption = readCaption(world, parameters);
      const { chat, stored } = findEditable(world, parameters);
      const { photo, has_media_spoiler: spoiler } = stored.content;
      if (photo === undefined) throw badRequest('there is no caption in the message to edit');
      const isAbove = caption.text !== '' && booleanOf(parameters, 'show_caption_above_media');
      const content: Content = {
        photo,
        ...asCaption(caption),
        ...(isAbove && { show_caption_above_media: true }),
        ...(spoiler && { has_media_spoiler: spoiler }),
      };
      return { result: editMessage(world, chat, { stored, content, buttons }) };
    },
    editMessageReplyMarkup(parameters) {
      const buttons = readInlineMarkup(parameters, settings);
      const { chat, stored } = findEditable(world, parameters);
      return { result: editMessage(world, chat, { stored, content: stored.content, buttons }) };
    },
    deleteMessage(parameters) {
      const chatId = textOf(parameters, 'chat_id');
      if (chatId === '') throw badRequest('Chat identifier is not specified');
      const messageId = integerOf(parameters, 'message_id');
      if (messageId <= 0) throw badRequest('Message identifier is not specified');
      const { chat } = findConversation(world, chatId);
      const stored = findMessage(chat, messageId);
      if (!stored) throw badRequest('message to delete not found');
      const ageMs = world.clock.now() - stored.frame.date * 1000;
      if (ageMs >= settings.deletableMs) throw badRequest("message can't be deleted for everyone");
      removeMessage(world, chat, stored);
      return { result: true };
    },
  };
}

function findEditable(world: World, parameters: CallParameters): { chat: Chat; stored: StoredMessage } {
  const chatId = textOf(parameters, 'chat_id');
  const messageId = integerOf(parameters, 'message_id');
  if (chatId === '' && messageId === 0) {
    if (textOf(parameters, 'inline_message_id') === '') throw badRequest('Message identifier is not specified');
    // There is no inline mode here, so no such message was ever sent.
    throw badRequest('MESSAGE_ID_INVALID');
  }
  const { chat } = findConversation(world, chatId);
  const stored = findMessage(chat, messageId);
  if (!stored) throw badRequest('message to edit not found');
  if (chat.blocked) throw forbidden('bot was blocked by the user');
  if (stored.side === 'user' || stored.fixed) throw badRequest("message can't be edited");
  return { chat, stored };
}
