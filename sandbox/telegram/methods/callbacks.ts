import { badRequest } from '../api-error.ts';
import { booleanOf, textOf } from '../call-parameters.ts';
import { answerCallback } from '../keyboards/callbacks.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';

export function callbackMethods(world: World): Methods {
  return {
    answerCallbackQuery(parameters) {
      const text = textOf(parameters, 'text');
      const url = textOf(parameters, 'url');
      if (text.length > world.settings.callbackAnswerLength) throw badRequest('MESSAGE_TOO_LONG');
      if (url !== '' && !opensBot(world, url)) throw badRequest('URL_INVALID');
      answerCallback(world, textOf(parameters, 'callback_query_id'), {
        showAlert: booleanOf(parameters, 'show_alert'),
        ...(text !== '' && { text }),
        ...(url !== '' && { url }),
      });
      return { result: true };
    },
  };
}

/** An answer may send the person on only to a chat with the bot itself (documented); there are no games here. */
function opensBot({ bot }: World, url: string): boolean {
  const address =
    /^(?:https?:\/\/)?t\.me\/(\w+)\?start=[\w-]{1,64}$/i.exec(url) ?? /^tg:\/\/resolve\?domain=(\w+)&start=/.exec(url);
  return address?.[1]?.toLowerCase() === bot.username?.toLowerCase();
}
