import { badRequest } from '../api-error.ts';
import { integerOf, textOf } from '../call-parameters.ts';
import { findConversation, withoutReply } from '../chats/conversation.ts';
import { privateChatOf, userOf } from '../chats/people.ts';
import { pinnedMessage } from '../chats/pins.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';

export function chatMethods(world: World): Methods {
  return {
    getChat(parameters) {
      const { person, chat } = findConversation(world, textOf(parameters, 'chat_id'));
      const pinned = pinnedMessage(chat);
      return {
        result: {
          ...privateChatOf(person),
          ...(person.username !== undefined && { active_usernames: [person.username] }),
          ...(pinned && { pinned_message: withoutReply(pinned) }),
          accent_color_id: person.id % 7,
          max_reaction_count: 11,
          accepted_gift_types: noGifts,
        },
      };
    },
    /** Both sides of a private chat are its members, whoever blocks whom. */
    getChatMember(parameters) {
      const userId = integerOf(parameters, 'user_id');
      if (userId <= 0) throw badRequest('Invalid user_id specified');
      const { person } = findConversation(world, textOf(parameters, 'chat_id'));
      if (userId === world.bot.id) return { result: { user: world.bot, status: 'member' } };
      if (userId !== person.id) throw badRequest('Member not found');
      return { result: { user: userOf(person), status: 'member' } };
    },
  };
}

const noGifts = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};
