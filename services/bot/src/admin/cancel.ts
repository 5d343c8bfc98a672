import type { Screen } from '../bot/answer.ts';
import { part } from '../bot/part.ts';
import type { Turn } from '../bot/turn.ts';
import { homeScreen } from '../home/home.ts';
import { mayAdminister } from '../people/role.ts';
import type { Store } from '../store/store.ts';
import { employeeScreen } from './employee.ts';

/** /cancel and the button below a question. That the question is over is seen to by `forgetPrompt`. */
export const cancel = (store: Store) =>
  part((on) => {
    on.command('cancel', 'anyone', (turn) => turn.show(left(store, turn)));
    on.press('cancel', 'anyone', (turn) => turn.show(left(store, turn)));
  });

function left(store: Store, { speaker, texts, prompt }: Turn): Screen {
  const screen =
    prompt && mayAdminister(speaker.role) ? employeeScreen(store, texts, prompt.id) : homeScreen(speaker, texts);
  const word = texts.html(prompt ? 'cancelled' : 'nothing-to-cancel');
  return { ...screen, text: `${word}\n\n${screen.text}` };
}
