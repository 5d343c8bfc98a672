import { badRequest } from '../../api-error.ts';
import { integerOf, jsonOf, textOf, type CallParameters } from '../../call-parameters.ts';
import { findMessage, findOpenConversation } from '../../chats/conversation.ts';
import { fieldsOf } from '../../json-fields.ts';
import { touch, type World } from '../../world.ts';
import type { Methods } from '../method.ts';

export function reactionMethods(world: World): Methods {
  return {
    /** A bot has one reaction to a message, or none; the person is shown it, and no update tells of it. */
    setMessageReaction(parameters) {
      const reactions = readReactions(parameters);
      const { chat } = findOpenConversation(world, textOf(parameters, 'chat_id'));
      const stored = findMessage(chat, integerOf(parameters, 'message_id'));
      if (!stored) throw badRequest('message to react not found');
      if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
      const [reaction] = reactions;
      if (reaction === undefined) delete stored.reaction;
      else stored.reaction = reaction;
      touch(world, chat);
      return { result: true };
    },
  };
}

/** The emoji; custom ones by their ids. */
function readReactions(parameters: CallParameters): string[] {
  const value = jsonOf(parameters, 'reaction', 'reaction types') ?? [];
  if (!Array.isArray(value)) throw badRequest('Expected an Array of ReactionType');
  return value.map((one) => {
    const fields = fieldsOf(one, 'expected an Object', "can't parse ReactionType");
    const type = fields.text('type');
    if (type === 'emoji') return checkedEmoji(fields.text('emoji'));
    if (type === 'custom_emoji') return fields.text('custom_emoji_id');
    throw fields.complaint('invalid reaction type specified');
  });
}

function checkedEmoji(emoji: string): string {
  if (!/^\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}\p{Extended_Pictographic}\u200d]*$/u.test(emoji)) {
    throw badRequest('REACTION_INVALID');
  }
  return emoji;
}
