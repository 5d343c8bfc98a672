import { z } from 'zod';
import { personSchema, privateChatOf, userOf } from '../chats/people.ts';
import type { Updates } from '../updates/queue.ts';
import { chatWith, touch, type World } from '../world.ts';
import { ControlError } from './control-error.ts';
import { personNamed, readBody } from './request.ts';

const blockSchema = z.strictObject({ user: z.int(), blocked: z.boolean() });
const deactivateSchema = z.strictObject({ user: z.int(), deactivated: z.boolean() });
const joinUsage = '{"id": <Telegram user id>, "firstName": "…", "username"?: "…", "languageCode": "en"}';

/** Who is on Telegram, and who wants to hear from the bot. */
export function createAccounts(world: World, updates: Updates) {
  return {
    /** The bot is told by my_chat_member, as Telegram does. */
    block(body: Buffer) {
      const { user, blocked } = readBody(body, blockSchema, '{"user": <id>, "blocked": true or false}');
      const person = personNamed(world, user);
      const chat = chatWith(world, person);
      if (chat.blocked === blocked) return { blocked };
      chat.blocked = blocked;
      touch(world, chat);
      const member = { status: 'member' as const, user: world.bot };
      const kicked = { status: 'kicked' as const, user: world.bot, until_date: 0 };
      updates.push({
        my_chat_member: {
          chat: privateChatOf(person),
          from: userOf(person),
          date: world.date(),
          old_chat_member: blocked ? member : kicked,
          new_chat_member: blocked ? kicked : member,
        },
      });
      return { blocked };
    },

    /** A deleted account: nobody tells the bot, which learns it from the 403 to its next message. */
    deactivate(body: Buffer) {
      const usage = '{"user": <id>, "deactivated": true or false}';
      const { user, deactivated } = readBody(body, deactivateSchema, usage);
      const chat = chatWith(world, personNamed(world, user));
      chat.deactivated = deactivated;
      touch(world, chat);
      return { deactivated };
    },

    join(body: Buffer) {
      const person = readBody(body, personSchema, joinUsage);
      if (world.state.people.some(({ id }) => id === person.id)) {
        throw new ControlError(409, `somebody here already has the id ${person.id}`);
      }
      world.state.people.push(person);
      world.changed();
      return { person };
    },
  };
}
