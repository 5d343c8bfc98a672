import type { Bus } from '@opsheet/shared/bus/bus';
import type { Database } from '@opsheet/shared/database/open';
import type { Clock } from '@opsheet/shared/runtime/clock';
import { Composer } from 'grammy';
import { cancel } from '../admin/cancel.ts';
import { edit } from '../admin/edit.ts';
import { employee } from '../admin/employee.ts';
import { employees } from '../admin/employees.ts';
import { help } from '../home/help.ts';
import { home } from '../home/home.ts';
import { language } from '../home/language.ts';
import { unknown } from '../home/unknown.ts';
import { pay } from '../pay/pay.ts';
import { ranks } from '../pay/ranks.ts';
import { rates } from '../pay/rates.ts';
import { blocking } from '../people/blocking.ts';
import { introduction } from '../people/introduction.ts';
import type { Store } from '../store/store.ts';
import { force } from '../sync/force.ts';
import { hold } from '../sync/hold.ts';
import { stats } from '../sync/stats.ts';
import type { Language } from '../texts/language.ts';
import type { Texts } from '../texts/texts.ts';
import { forgetPrompt } from './forget-prompt.ts';
import { nothingLoaded } from './nothing-loaded.ts';
import type { TurnContext } from './turn.ts';

export type ConversationParts = {
  store: Store;
  bus: Bus;
  database: Database;
  clock: Clock;
  spoken: Readonly<Record<Language, Texts>>;
  /** How long a person waits for a pass that he asked for, in ms. */
  syncTimeoutMs: number;
};

/** Everything that the bot talks about, in the order in which an update is offered to the parts. */
export function conversation(parts: ConversationParts): Composer<TurnContext> {
  const { store, bus, database, clock, spoken, syncTimeoutMs } = parts;
  return new Composer<TurnContext>(
    blocking,
    introduction({ store, clock }),
    nothingLoaded(store),
    forgetPrompt,
    home,
    help,
    language(spoken),
    pay(store),
    rates(store),
    ranks(store),
    employees(store),
    employee(store),
    edit({ store, clock }),
    cancel(store),
    force({ bus, timeoutMs: syncTimeoutMs }),
    stats({ bus, database }),
    hold(bus),
    unknown,
  );
}
