import { Composer } from 'grammy';
import type { Store } from '../store/store.ts';
import type { TurnContext } from './turn.ts';

/** Before anything is loaded nobody can be told his role or his pay: he is told so, and nothing wrong. */
export function nothingLoaded(store: Store): Composer<TurnContext> {
  const composer = new Composer<TurnContext>();
  composer.use(async ({ turn }, next) => {
    if (store.origin() === 'nothing') return turn.decline('nothing-loaded');
    await next();
  });
  return composer;
}
