import { integerOf, optionalJsonOf, type CallParameters } from '../call-parameters.ts';
import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';

/** The kinds of update of Bot API 10.1. Other names in `allowed_updates` are ignored (source). */
const updateKinds = new Set(
  (
    'message edited_message channel_post edited_channel_post business_connection business_message ' +
    'edited_business_message deleted_business_messages message_reaction message_reaction_count inline_query ' +
    'chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll poll_answer ' +
    'my_chat_member chat_member chat_join_request chat_boost removed_chat_boost'
  ).split(' '),
);

export function receivingMethods(world: World, updates: Updates): Methods {
  return {
    async getUpdates(parameters, signal) {
      if (world.state.webhook) {
        const reason =
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
        throw await updates.conflict(reason, signal);
      }
      setAllowedUpdates(world, parameters);
      const limit = Math.min(Math.max(integerOf(parameters, 'limit', 100), 1), 100);
      const timeoutMs = Math.min(Math.max(integerOf(parameters, 'timeout') * 1000, 0), world.settings.longPollMs);
      return { result: await updates.poll({ offset: integerOf(parameters, 'offset'), limit, timeoutMs }, signal) };
    },
  };
}

/**
 * Missing, or no list of texts: as before; nothing is said about it (source). A list without a kind that the server
 * knows: the default set. It holds for updates that are still to come.
 */
export function setAllowedUpdates(world: World, parameters: CallParameters): void {
  const wanted = optionalJsonOf(parameters, 'allowed_updates');
  if (!Array.isArray(wanted) || !wanted.every((kind) => typeof kind === 'string')) return;
  const known = wanted.map((kind) => kind.toLowerCase()).filter((kind) => updateKinds.has(kind));
  world.state.allowedUpdates = known.length === 0 ? null : known;
  world.changed();
}
