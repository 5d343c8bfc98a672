import { Composer } from 'grammy';
import { setPrompt } from '../people/prompt.ts';
import type { TurnContext } from './turn.ts';

/** A question lives until the next button or command: a figure typed later is never taken for its answer. */
export const forgetPrompt = new Composer<TurnContext>();

forgetPrompt.on(['callback_query', '::bot_command'], async ({ turn }, next) => {
  if (turn.prompt) await turn.write((tx) => setPrompt(tx, turn.speaker.id, null));
  await next();
});
