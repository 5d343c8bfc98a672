import { badRequest } from '../../api-error.ts';
import { booleanOf, integerOf, jsonOf, textOf, type CallParameters } from '../../call-parameters.ts';
import {
  findMessage,
  findOpenConversation,
  writeAsBot,
  type Conversation,
  type Draft,
} from '../../chats/conversation.ts';
import { readQuote } from '../../chats/quote.ts';
import { fieldsOf, isObject } from '../../json-fields.ts';
import { refusePayButtons } from '../../keyboards/pay-button.ts';
import { readMarkup } from '../../keyboards/markup.ts';
import type { Content, Message } from '../../message.ts';
import type { World } from '../../world.ts';

/** All that the methods that send have in common: everything but what the message says. */
export type Outgoing = Omit<Draft, 'content'> & { conversation: Conversation };

/** Throws where nothing may be sent: no such chat, no such message to reply to, broken buttons. */
export function readOutgoing(world: World, parameters: CallParameters): Outgoing {
  const markup = readMarkup(parameters, world.settings);
  const conversation = findOpenConversation(world, textOf(parameters, 'chat_id'));
  return {
    conversation,
    markup,
    ...readReply(world, parameters, conversation),
    isProtected: booleanOf(parameters, 'protect_content'),
    isSilent: booleanOf(parameters, 'disable_notification'),
  };
}

export function send(world: World, { conversation, ...looks }: Outgoing, content: Content): Message {
  if (!looks.terms) refusePayButtons(looks.markup);
  return writeAsBot(world, conversation, { ...looks, content });
}

type Reply = Pick<Draft, 'replyTo' | 'quote'>;

/** The message of this chat that the new one answers, and which part of it. */
function readReply(world: World, parameters: CallParameters, { chat, person }: Conversation): Reply {
  const value = jsonOf(parameters, 'reply_parameters', 'reply parameters');
  if (value !== undefined && !isObject(value)) throw badRequest('Object expected as reply parameters');
  const fields = fieldsOf(value ?? {}, 'Object expected as reply parameters');
  const messageId = value === undefined ? integerOf(parameters, 'reply_to_message_id') : fields.integer('message_id');
  if (messageId <= 0) return noReply;
  const otherChat = fields.optionalText('chat_id') ?? String(person.id);
  const found = otherChat === String(person.id) ? findMessage(chat, messageId) : undefined;
  const optional = fields.optionalBoolean('allow_sending_without_reply');
  if (!found && !optional && !booleanOf(parameters, 'allow_sending_without_reply')) {
    throw badRequest('message to be replied not found');
  }
  return found ? { replyTo: found, quote: readQuote(world, fields, found) } : noReply;
}

const noReply: Reply = { replyTo: undefined, quote: undefined };
