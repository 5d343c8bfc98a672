import type { Button, Screen } from '../bot/answer.ts';
import { button } from '../bot/buttons.ts';
import { part } from '../bot/part.ts';
import type { Speaker } from '../bot/turn.ts';
import { mayAdminister, type Role } from '../people/role.ts';
import type { Texts } from '../texts/texts.ts';

/** /start, with or without a payload, and the button Home. */
export const home = part((on) => {
  on.command('start', 'anyone', (turn) => {
    if (mayAdminister(turn.speaker.role)) turn.offerCommands(turn.texts);
    turn.show(homeScreen(turn.speaker, turn.texts));
  });
  on.press('home', 'anyone', (turn) => turn.show(homeScreen(turn.speaker, turn.texts)));
});

const greeting = {
  owner: 'home-owner',
  admin: 'home-admin',
  employee: 'home-employee',
  customer: 'home-customer',
} as const;

/** What each role finds first. */
export const homeScreen = ({ name, role }: Speaker, texts: Texts): Screen => ({
  text: texts.html(greeting[role], { name }),
  buttons: menu(role, texts),
});

function menu(role: Role, texts: Texts): Button[][] {
  const administrating = [
    button(texts.plain('button-employees'), 'employees', { page: 0 }),
    button(texts.plain('button-sync'), 'stats'),
  ];
  const team = [button(texts.plain('button-rates'), 'rates'), button(texts.plain('button-ranks'), 'ranks')];
  const own = [button(texts.plain('button-pay'), 'pay')];
  const always = [button(texts.plain('button-language'), 'languages'), button(texts.plain('button-help'), 'help')];
  if (mayAdminister(role)) return [administrating, team, own, always];
  return role === 'employee' ? [own, team, always] : [always];
}
