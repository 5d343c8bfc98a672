import { badRequest } from '../api-error.ts';
import { booleanOf, integerOf, jsonOf, textOf, type CallParameters } from '../call-parameters.ts';
import { findMessage, findOpenConversation, writeAsBot, type Conversation } from '../chats/conversation.ts';
import { fieldsOf, isObject } from '../json-fields.ts';
import { readMarkup, type Markup } from '../keyboards/markup.ts';
import type { Content, Message } from '../message.ts';
import { keepPhoto } from '../photos.ts';
import type { StoredMessage } from '../state.ts';
import { readCaption, readText } from '../text/formatted-text.ts';
import type { FormattedText } from '../text/html.ts';
import { touch, type World } from '../world.ts';
import type { Methods } from './method.ts';

/** A chat action is shown this long, or until the bot's next message (documented). */
const actionMs = 5_000;

const actions = new Set(
  (
    'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker ' +
    'find_location record_video_note upload_video_note'
  ).split(' '),
);

export function sendingMethods(world: World): Methods {
  const { settings } = world;

  function write(parameters: CallParameters, content: Content, markup: Markup | undefined): Message {
    const conversation = findOpenConversation(world, textOf(parameters, 'chat_id'));
    return writeAsBot(world, conversation, {
      content,
      markup,
      replyTo: readReply(parameters, conversation),
      isProtected: booleanOf(parameters, 'protect_content'),
    });
  }

  return {
    sendMessage(parameters) {
      const formatted = readText(parameters, settings.textLength);
      const preview = readLinkPreview(parameters);
      const content = { ...asText(formatted), ...(preview && { link_preview_options: preview }) };
      return { result: write(parameters, content, readMarkup(parameters, settings)) };
    },
    sendPhoto(parameters) {
      const caption = readCaption(parameters, settings.captionLength);
      const markup = readMarkup(parameters, settings);
      findOpenConversation(world, textOf(parameters, 'chat_id'));
      const content: Content = {
        photo: [keepPhoto(world, parameters)],
        ...asCaption(caption),
        ...(caption.text !== '' &&
          booleanOf(parameters, 'show_caption_above_media') && { show_caption_above_media: true }),
        ...(booleanOf(parameters, 'has_spoiler') && { has_media_spoiler: true }),
      };
      return { result: write(parameters, content, markup) };
    },
    sendChatAction(parameters) {
      const name = textOf(parameters, 'action').toLowerCase();
      if (!actions.has(name)) throw badRequest('Wrong parameter action in request');
      const { chat } = findOpenConversation(world, textOf(parameters, 'chat_id'));
      chat.action = { name, untilMs: world.clock.now() + actionMs };
      touch(world, chat);
      return { result: true };
    },
  };
}

export function asText({ text, entities }: FormattedText): Content {
  return { text, ...(entities.length > 0 && { entities }) };
}

/** An empty caption is no caption. */
export function asCaption({ text, entities }: FormattedText): Content {
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}

export function readLinkPreview(parameters: CallParameters): Record<string, unknown> | undefined {
  if (booleanOf(parameters, 'disable_web_page_preview')) return { is_disabled: true };
  const value = jsonOf(parameters, 'link_preview_options', 'link preview options');
  if (value === undefined) return undefined;
  const fields = fieldsOf(value, 'Object expected as link preview options');
  const url = fields.optionalText('url');
  const flags = ['is_disabled', 'prefer_small_media', 'prefer_large_media', 'show_above_text'];
  const set = flags.filter(fields.optionalBoolean).map((flag) => [flag, true]);
  return { ...Object.fromEntries(set), ...(url !== undefined && url !== '' && { url }) };
}

/** The message of this chat that the new one answers. */
function readReply(parameters: CallParameters, { chat }: Conversation): StoredMessage | undefined {
  const value = jsonOf(parameters, 'reply_parameters', 'reply parameters');
  if (value !== undefined && !isObject(value)) throw badRequest('Object expected as reply parameters');
  const fields = fieldsOf(value ?? {}, 'Object expected as reply parameters');
  const messageId = value === undefined ? integerOf(parameters, 'reply_to_message_id') : fields.integer('message_id');
  if (messageId <= 0) return undefined;
  const found = findMessage(chat, messageId);
  const optional = fields.optionalBoolean('allow_sending_without_reply');
  if (!found && !optional && !booleanOf(parameters, 'allow_sending_without_reply')) {
    throw badRequest('message to be replied not found');
  }
  return found;
}
