import { badRequest } from '../api-error.ts';
import { booleanOf, integerOf, jsonOf, textOf, type CallParameters } from '../call-parameters.ts';
import { findMessage, findOpenConversation, writeAsBot, type Conversation, type Draft } from '../chats/conversation.ts';
import { fieldsOf, isObject } from '../json-fields.ts';
import { readMarkup } from '../keyboards/markup.ts';
import type { Content, Message } from '../message.ts';
import type { StoredMessage } from '../state.ts';
import type { World } from '../world.ts';

/** All that the methods that send have in common: everything but what the message says. */
export type Outgoing = Omit<Draft, 'content'> & { conversation: Conversation };

/** Throws where nothing may be sent: no such chat, no such message to reply to, broken buttons. */
export function readOutgoing(world: World, parameters: CallParameters): Outgoing {
  const markup = readMarkup(parameters, world.settings);
  const conversation = findOpenConversation(world, textOf(parameters, 'chat_id'));
  const replyTo = readReply(parameters, conversation);
  return { conversation, markup, replyTo, isProtected: booleanOf(parameters, 'protect_content') };
}

export function send(world: World, { conversation, ...looks }: Outgoing, content: Content): Message {
  return writeAsBot(world, conversation, { ...looks, content });
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
