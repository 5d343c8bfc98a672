import { badRequest } from '../../api-error.ts';
import { booleanOf, jsonOf, textOf, type CallParameters } from '../../call-parameters.ts';
import { findOpenConversation } from '../../chats/conversation.ts';
import { fieldsOf } from '../../json-fields.ts';
import { readText } from '../../text/formatted-text.ts';
import { asText } from '../../text/message-text.ts';
import { touch, type World } from '../../world.ts';
import type { Methods } from '../method.ts';
import { readOutgoing, send } from './outgoing.ts';

/** A chat action is shown this long, or until the bot's next message (documented). */
const actionMs = 5_000;

const actions = new Set(
  (
    'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker ' +
    'find_location record_video_note upload_video_note'
  ).split(' '),
);

export function sendingMethods(world: World): Methods {
  return {
    sendMessage(parameters) {
      const formatted = readText(world, parameters);
      const preview = readLinkPreview(parameters);
      const content = { ...asText(formatted), ...(preview && { link_preview_options: preview }) };
      return { result: send(world, readOutgoing(world, parameters), content) };
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
