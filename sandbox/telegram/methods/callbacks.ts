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
      answerCallback(world, textOf(parameters, 'callback_query_id'), {
        showAlert: booleanOf(parameters, 'show_alert'),
        ...(text !== '' && { text }),
        ...(url !== '' && { url }),
      });
      return { result: true };
    },
  };
}
