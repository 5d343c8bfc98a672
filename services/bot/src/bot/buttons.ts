import type { Texts } from '../texts/texts.ts';
import type { Button } from './answer.ts';
import { type Action, buttonData, type Given } from './callback.ts';

/** A button that carries an action. */
export const button = <A extends Action>(text: string, action: A, ...values: Given<A>): Button => ({
  text,
  data: buttonData(action, ...values),
});

/** The last row of every screen below the menu. */
export const homeRow = (texts: Texts): Button[] => [button(texts.plain('button-home'), 'home')];
