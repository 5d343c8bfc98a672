import { tableNamed } from '@opsheet/shared/reference/tables/all';
import type { Endpoints } from '../../endpoints.ts';
import { buttonsOf, openChat } from './chat.ts';
import type { Database } from './database.ts';
import type { Journal } from './journal.ts';
import { isConfirmation } from './telegram-hand.ts';

const patience = 20;

/**
 * Tells the journal which edits in Telegram were accepted. B1: what was typed was made once at most, and it was made if
 * and only if it was confirmed. The violations, in words.
 */
export async function settleTelegram(endpoints: Endpoints, journal: Journal, database: Database): Promise<string[]> {
  const owner = endpoints.users.find(({ role }) => role === 'owner')?.id ?? 0;
  const messages = await openChat(endpoints, owner).messages();
  const audited = await database.audited();
  return journal.deeds
    .filter(({ side }) => side === 'telegram')
    .flatMap((deed) => {
      const { key, field, value } = deed;
      const made = audited.filter(({ entity_id: id, details }) => id === key && details.after[field ?? ''] === value);
      const isConfirmed = messages.some((message) => isConfirmation(message, value ?? ''));
      if (deed.accepted === undefined) journal.end(deed, { accepted: made.length > 0 });
      if (made.length === (isConfirmed ? 1 : 0)) return [];
      return [`${key} ${field} ${value}: made ${made.length} times, ${isConfirmed ? '' : 'not '}confirmed`];
    });
}

/** What the bot says, in every language, beside what the database has. The differences, in words. */
export async function wrongAnswers(endpoints: Endpoints, database: Database): Promise<string[]> {
  const rows = await database.rows(tableNamed.employee_settings);
  const wrong: string[] = [];
  for (const { id, role, name } of endpoints.users.filter((user) => user.role === 'employee')) {
    const chat = openChat(endpoints, id);
    const sent = await chat.send('/mypay');
    const answer = await chat.answer((message) => message.message_id > sent, patience);
    const { hourlyWage, salesCommission } = rows.get(String(id)) ?? {};
    const said = digitsOf(answer?.text ?? '');
    if (said !== digitsOf(`${hourlyWage} ${salesCommission}`))
      wrong.push(`${role} ${name} is told ${answer?.text}, and has ${hourlyWage} and ${salesCommission}`);
  }
  return [...wrong, ...(await wrongList(endpoints, database))];
}

/** The owner's list of employees and the rates. */
async function wrongList(endpoints: Endpoints, database: Database): Promise<string[]> {
  const owner = endpoints.users.find(({ role }) => role === 'owner')?.id ?? 0;
  const chat = openChat(endpoints, owner);
  const asked = await chat.send('/employees');
  const list = await chat.answer((message) => message.message_id > asked && buttonsOf(message).length > 0, patience);
  const employees = await database.rows(tableNamed.employee_settings);
  const wrong = list?.text?.includes(`Employees: ${employees.size}`)
    ? []
    : [`${employees.size} employees: ${list?.text}`];
  const sent = await chat.send('/rates');
  const rates = await chat.answer((message) => message.message_id > sent, patience);
  for (const { minAmount, percentage } of (await database.rows(tableNamed.dynamic_rates)).values())
    if (!rates?.text?.includes(`${percentage}%`)) wrong.push(`no ${percentage}% from ${minAmount} in ${rates?.text}`);
  return wrong;
}

/** Languages differ in signs and separators, and none of the texts around the figures has a digit. */
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
