import { Composer } from 'grammy';
import type { TurnContext } from '../bot/turn.ts';
import { homeScreen } from './home.ts';

/** What no other part understood: a friendly word and the menu. It comes last. */
export const unknown = new Composer<TurnContext>();

unknown.on('message', ({ turn }) => {
  const { text, buttons } = homeScreen(turn.speaker, turn.texts);
  turn.show({ text: `${turn.texts.html('use-the-menu')}\n\n${text}`, buttons });
});

unknown.on('callback_query', ({ turn }) => {
  turn.toast(turn.texts.plain('toast-expired'));
  turn.show(homeScreen(turn.speaker, turn.texts));
});
