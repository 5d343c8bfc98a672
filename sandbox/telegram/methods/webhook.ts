import { badRequest } from '../api-error.ts';
import { booleanOf, integerOf, textOf, type CallParameters } from '../call-parameters.ts';
import type { Webhook } from '../state.ts';
import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';
import type { Answer, Methods } from './method.ts';
import { setAllowedUpdates } from './receiving.ts';

/** Plain HTTP and any port are accepted, as by a Bot API server run with --local; Telegram's own wants HTTPS. */
export function webhookMethods(world: World, updates: Updates): Methods {
  const { state } = world;

  function remove(parameters: CallParameters): Answer {
    if (booleanOf(parameters, 'drop_pending_updates')) updates.clear();
    const wasSet = state.webhook !== null;
    state.webhook = null;
    world.changed();
    return { result: true, description: wasSet ? 'Webhook was deleted' : 'Webhook is already deleted' };
  }

  return {
    setWebhook(parameters) {
      if (textOf(parameters, 'url') === '') return remove(parameters);
      const wanted = readWebhook(parameters);
      const drops = booleanOf(parameters, 'drop_pending_updates');
      if (!drops && isSame(state.webhook, wanted)) {
        setAllowedUpdates(world, parameters);
        return { result: true, description: 'Webhook is already set' };
      }
      updates.endPoll('terminated by setWebhook request');
      // The old one is taken away before the new one is looked at (source): a refusal leaves none.
      remove(parameters);
      checkWebhook(wanted);
      setAllowedUpdates(world, parameters);
      state.webhook = wanted;
      world.changed();
      return { result: true, description: 'Webhook was set' };
    },
    deleteWebhook: remove,
    getWebhookInfo: () => ({ result: describe(world, updates) }),
  };
}

function readWebhook(parameters: CallParameters): Webhook {
  const url = textOf(parameters, 'url');
  return {
    url: /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`,
    secret: textOf(parameters, 'secret_token'),
    maxConnections: Math.min(Math.max(integerOf(parameters, 'max_connections', 40), 1), 100),
    ipAddress: textOf(parameters, 'ip_address'),
  };
}

function checkWebhook({ url, secret }: Webhook): void {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw badRequest('invalid webhook URL specified');
  if (Buffer.byteLength(secret) > 256) throw badRequest('secret token is too long');
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
}

function isSame(old: Webhook | null, wanted: Webhook): boolean {
  if (!old) return false;
  const keys = ['url', 'secret', 'maxConnections', 'ipAddress'] as const;
  return keys.every((key) => old[key] === wanted[key]);
}

function describe({ state }: World, updates: Updates): Record<string, unknown> {
  const { webhook, allowedUpdates } = state;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.pending().length,
    ...(webhook?.lastError && {
      last_error_date: webhook.lastError.date,
      last_error_message: webhook.lastError.message,
    }),
    ...(webhook && { max_connections: webhook.maxConnections, ip_address: webhook.ipAddress || '127.0.0.1' }),
    ...(allowedUpdates && { allowed_updates: allowedUpdates }),
  };
}
