import { textOf } from '../call-parameters.ts';
import { findConversation } from '../chats/conversation.ts';
import { privateChatOf } from '../chats/people.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';

export function chatMethods(world: World): Methods {
  return {
    getChat(parameters) {
      const { person } = findConversation(world, textOf(parameters, 'chat_id'));
      return {
        result: {
          ...privateChatOf(person),
          ...(person.username !== undefined && { active_usernames: [person.username] }),
          accent_color_id: person.id % 7,
          max_reaction_count: 11,
          accepted_gift_types: noGifts,
        },
      };
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
