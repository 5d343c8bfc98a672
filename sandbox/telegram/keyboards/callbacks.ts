import { badRequest } from '../api-error.ts';
import { messageOf, type Conversation } from '../chats/conversation.ts';
import { userOf } from '../chats/people.ts';
import { newQueryId } from '../chats/query-id.ts';
import type { InlineButton } from '../message.ts';
import type { Callback, StoredMessage } from '../state.ts';
import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';

/** The person presses a button that carries data: the bot gets a callback query, whose id is returned. */
export function pressButton(
  world: World,
  updates: Updates,
  press: Conversation & { stored: StoredMessage; button: InlineButton },
): string {
  const { person, chat, stored, button } = press;
  const isThere = chat.messages.includes(stored);
  const id = newQueryId(world.state, person);
  forgetOld(world);
  world.state.callbacks[id] = {
    user: person.id,
    messageId: stored.frame.message_id,
    button,
    atMs: world.clock.now(),
  };
  updates.push({
    callback_query: {
      id,
      from: userOf(person),
      message: isThere ? messageOf(stored) : { ...idsOf(stored), date: 0 },
      chat_instance: `-${person.id}0000001`,
      data: button.callback_data ?? '',
    },
  });
  return id;
}

function idsOf({ frame }: StoredMessage) {
  return { chat: frame.chat, message_id: frame.message_id };
}

/** The first answer is the one that the person sees; later ones are accepted and do nothing (assumed). */
export function answerCallback(world: World, id: string, answer: NonNullable<Callback['answer']>): void {
  const callback = world.state.callbacks[id];
  if (!callback || isOld(world, callback)) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  callback.answer ??= answer;
  world.changed();
}

function isOld(world: World, callback: Callback): boolean {
  return world.clock.now() - callback.atMs >= world.settings.callbackLifetimeMs;
}

/** Presses stay readable for as long again as they could be answered. */
function forgetOld(world: World): void {
  const oldest = world.clock.now() - 2 * world.settings.callbackLifetimeMs;
  for (const [id, callback] of Object.entries(world.state.callbacks)) {
    // In the order of their making, so the first young one ends the search.
    if (callback.atMs >= oldest) return;
    delete world.state.callbacks[id];
  }
}
