import { badRequest } from '../api-error.ts';
import type { InlineKeyboard } from '../message.ts';
import type { Markup } from './markup.ts';

/** An invoice has a button to pay by, first of all its buttons; where it came without any, this is added (assumed). */
export function withPayButton(markup: Markup | undefined, amount: number): Markup {
  if (markup === undefined) {
    return { kind: 'inline', keyboard: { inline_keyboard: [[{ text: `Pay ⭐️${amount}`, pay: true }]] } };
  }
  if (markup.kind !== 'inline') throw badRequest('inline keyboard expected');
  if (!beginsWithPay(markup.keyboard)) throw badRequest('REPLY_MARKUP_BUY_EMPTY');
  return markup;
}

/** In any other message a button to pay by makes no sense. */
export function refusePayButtons(markup: Markup | undefined): void {
  if (markup?.kind !== 'inline') return;
  if (markup.keyboard.inline_keyboard.flat().some(({ pay }) => pay)) throw badRequest('BUTTON_TYPE_INVALID');
}

/** It must be the first button of the first row (documented). */
function beginsWithPay({ inline_keyboard: [first] }: InlineKeyboard): boolean {
  return first?.[0]?.pay === true;
}
