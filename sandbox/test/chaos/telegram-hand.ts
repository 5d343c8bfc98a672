import type { Endpoints } from '../../endpoints.ts';
import type { Random } from '../random.ts';
import { buttonsOf, type MessageView, openChat } from './chat.ts';
import { type Figures, seededKeys } from './figures.ts';
import type { Journal } from './journal.ts';

type Given = {
  endpoints: Endpoints;
  random: Random;
  journal: Journal;
  figures: Figures;
  trace: (line: string) => void;
};

/** A person who hears nothing for so long begins anew, in seconds. */
const patience = 4;

/** The owner in Telegram: walks to an employee and gives him a wage or a commission, not seldom with two taps at once. */
export function openTelegramHand({ endpoints, random, journal, figures, trace }: Given) {
  const owner = endpoints.users.find(({ role }) => role === 'owner')?.id ?? 0;
  const chat = openChat(endpoints, owner);

  /** Presses once or twice, and waits until the screen has the button that should follow. */
  async function press(message: MessageView, button: string, next: string): Promise<MessageView | null> {
    const taps = random.chance(0.3) ? 2 : 1;
    const pressed = await Promise.all(Array.from({ length: taps }, () => chat.press(message.message_id, button)));
    if (!pressed.includes(true)) return null;
    return chat.answer((one) => one.message_id >= message.message_id && buttonsOf(one).includes(next), patience);
  }

  /** The list of employees, at the page that has this one. */
  async function listed(id: string): Promise<MessageView | null> {
    const sent = await chat.send('/employees');
    const isList = (message: MessageView) =>
      message.message_id > sent && buttonsOf(message).some((data) => data.startsWith('v1|employee|'));
    const list = await chat.answer(isList, patience);
    if (!list || buttonsOf(list).includes(`v1|employee|${id}`)) return list;
    for (const page of buttonsOf(list).filter((data) => data.startsWith('v1|employees|'))) {
      const turned = await press(list, page, `v1|employee|${id}`);
      if (turned) return turned;
    }
    return null;
  }

  async function askedFor(id: string, field: string): Promise<MessageView | null> {
    const list = await listed(id);
    const card = list && (await press(list, `v1|employee|${id}`, `v1|edit|${id}|${field}`));
    return card && press(card, `v1|edit|${id}|${field}`, 'v1|cancel');
  }

  return {
    /** Changes one figure. Where no answer comes in time, the database alone knows whether it was accepted. */
    async edit(): Promise<void> {
      const key = random.pick([...seededKeys.employee_settings, ...journal.inserted('employee_settings')]);
      const field = random.pick(['hourlyWage', 'salesCommission']);
      if (!(await askedFor(key, field))) return trace(`telegram: no way to ${key} ${field}`);
      const value = figures.next();
      const deed = journal.begin({ side: 'telegram', table: 'employee_settings', key, kind: 'edit', field, value });
      const sent = await chat.send(value);
      const answer = await chat.answer((one) => one.message_id > sent && isConfirmation(one, value), patience);
      if (answer) journal.end(deed, { accepted: true });
      trace(`telegram: edit ${key} ${field} ${value}${answer ? '' : ' (no answer yet)'}`);
    },
  };
}

export type TelegramHand = ReturnType<typeof openTelegramHand>;

/** "✅ Hourly wage of …: $15.00 → $20.01." */
export const isConfirmation = ({ from, text = '' }: MessageView, value: string): boolean =>
  from === 'bot' && text.startsWith('✅') && new RegExp(`→ \\$?${value.replace('.', '\\.')}%?\\.`).test(text);
